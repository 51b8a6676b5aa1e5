import type { UserConsoleLog } from 'vitest';
import type { SerializedError, TestCase, TestModule } from 'vitest/node';
import type { Outcome } from '../../../results/task-results.ts';

/** The result of one test file. */
export interface ModuleReport {
  readonly file: string;
  /** `undefined` if the file did not end. */
  readonly module: TestModule | undefined;
  /** Errors outside of the file's tests and hooks. */
  readonly errors: readonly SerializedError[];
  readonly logs: readonly UserConsoleLog[];
}

/** Number of tests by outcome, and of skipped tests by missing capability. */
export interface Counts extends Record<Outcome, number> {
  missing: Record<string, number>;
}

export function hasFailed({ module, errors }: ModuleReport): boolean {
  return module === undefined || errors.length > 0 || !module.ok();
}

export function testsOf(reports: readonly ModuleReport[]): TestCase[] {
  return reports.flatMap(({ module }) => (module === undefined ? [] : [...module.children.allTests()]));
}

export function countTests(tests: readonly TestCase[]): Counts {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0, pending: 0, missing: {} };
  for (const test of tests) {
    const { missing } = test.meta();
    if (missing !== undefined) counts.missing[missing] = (counts.missing[missing] ?? 0) + 1;
    counts[outcomeOf(test)] += 1;
  }
  return counts;
}

export function outcomeOf(test: TestCase): Outcome {
  const { state } = test.result();
  if (state === 'skipped' && test.options.mode === 'todo') return 'pending';
  return state === 'pending' ? 'failed' : state;
}
