import type { Usage } from '@vouch/testing/usage';
import { countTests, hasFailed, testsOf } from './module-report.ts';
import type { RunSettings } from './run-settings.ts';
import { skippedTests } from './skipped-tests.ts';
import { undeclaredInputsOf } from './task-inputs.ts';
import type { EndedTask } from './task-ledger.ts';
import type { UndeclaredInput } from './undeclared-inputs.ts';

export interface Verdict {
  readonly outcome: 'passed' | 'failed' | 'nothing ran';
  /**
   * True if Nx may cache the result: all tests ran, and the key contains all used inputs. Nx restores the results
   * of a cached task, so those of a few chosen tests would replace those of all.
   */
  readonly complete: boolean;
  readonly undeclared: readonly UndeclaredInput[];
}

/**
 * Decides the outcome of a task. It passes only if its tests ran and passed; with CI set, undeclared inputs fail it.
 */
export function verdictOf(ended: EndedTask, configuration: Usage, settings: RunSettings): Verdict {
  const outcome = outcomeOfTests(ended, settings);
  if (outcome !== 'passed') return { outcome, complete: false, undeclared: [] };
  const undeclared = undeclaredInputsOf(ended, configuration, settings.inputs);
  const { skipped } = countTests(testsOf(ended.reports));
  return {
    outcome: settings.ci && undeclared.length > 0 ? 'failed' : 'passed',
    complete: skipped === 0 && undeclared.length === 0 && !settings.typed.filtered,
    undeclared,
  };
}

function outcomeOfTests({ reports }: EndedTask, { ci, required, typed }: RunSettings): Verdict['outcome'] {
  const tests = testsOf(reports);
  const counts = countTests(tests);
  if (tests.length === 0 || counts.failed > 0 || reports.some(hasFailed)) return 'failed';
  if (Object.keys(counts.missing).some((name) => required.includes(name))) return 'failed';
  if (ci && skippedTests(tests, typed).some(({ reason }) => reason === undefined)) return 'failed';
  return counts.passed === 0 ? 'nothing ran' : 'passed';
}
