import { relative } from 'node:path';
import { aroundAll, aroundEach } from 'vitest';
import { throwGuardProblems } from './guard-problem.ts';
import { blockNetwork } from './network/block-network.ts';
import { networkProblemsOfChildren } from './network/child-network.ts';
import { stopReporting } from './network/report-file.ts';
import { type GuardRecord, onBehalfOf, openFile } from './record.ts';
import { endResources, leftHandles, leftTimers } from './resources/left-resources.ts';
import { trackResources } from './resources/track-resources.ts';
import { rulesOf } from './rules.ts';
import { oncePerWorker } from '../worker/once-per-worker.ts';
import { environmentInFull } from './state/environment.ts';
import { exitCode } from './state/exit-code.ts';
import { fakeTime } from './state/fake-time.ts';
import { globalsInFull } from './state/globals.ts';
import { listeners } from './state/listeners.ts';
import { matchers } from './state/matchers.ts';
import { members } from './state/members.ts';
import { moduleMocks } from './state/module-mocks.ts';
import { prototypes } from './state/prototypes.ts';
import { settings } from './state/settings.ts';
import { spies } from './state/spies.ts';
import type { StateCheck } from './state/state-check.ts';
import { workingDirectory } from './state/working-directory.ts';
import { guardTest } from './test-guard.ts';
import { blameUnhandledErrors } from './unhandled-errors.ts';
import { workerFile } from './vitest-worker.ts';

const checks: readonly StateCheck[] = [
  ...[fakeTime, spies, moduleMocks, listeners, workingDirectory, exitCode, prototypes],
  ...[environmentInFull, globalsInFull, settings, members, matchers],
];
const nextTurn = globalThis.setImmediate;

type Comparison = ReturnType<StateCheck>;

/** The last opened file. A file that failed to load, or was skipped, did not reach its end. */
const last = oncePerWorker('file', () => ({ putBack: (): void => undefined }));

/** Guards the test file that is about to be loaded: whatever it leaves behind fails it and is undone. */
export function guardFile(): void {
  last.putBack();
  stopReporting();
  blockNetwork();
  const record = recordOfFile();
  trackResources(record.rules.sleeps);
  const comparisons = checks.map((look) => look());
  openFile(record);
  last.putBack = () => {
    endResources(record);
    for (const compare of comparisons) compare(record);
  };
  aroundAll((runFile) => guardRun(record, comparisons, runFile), 0);
  aroundEach((runTest, { task }) => guardTest(record, task, runTest), 0);
}

function recordOfFile(): GuardRecord {
  const { filepath, level, tags } = workerFile();
  const subject = relative(process.cwd(), filepath);
  return {
    subject,
    filepath,
    level,
    rules: rulesOf(level, tags),
    problems: [],
    resources: new Map(),
    ended: false,
  };
}

async function guardRun(
  record: GuardRecord,
  comparisons: Comparison[],
  runFile: () => Promise<void>,
): Promise<void> {
  const stopBlaming = blameUnhandledErrors();
  await onBehalfOf(record, runFile);
  await new Promise((resolve) => nextTurn(resolve));
  const left = [...leftTimers(record), ...(await leftHandles(record))];
  stopBlaming();
  record.problems.push(...networkProblemsOfChildren(record));
  left.push(...comparisons.flatMap((compare) => compare(record)));
  record.ended = true;
  openFile(undefined);
  last.putBack = () => undefined;
  throwGuardProblems(record.subject, record.rules.leaks ? [...record.problems, ...left] : record.problems);
}
