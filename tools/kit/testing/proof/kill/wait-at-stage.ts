import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readJson, writeJson } from '../../src/servers/supervisor/json-file.ts';
import type { Stage } from './kill-case.ts';

/** The message of a run that has reached the stage at which it is to be killed. */
export interface Reached {
  readonly main: number;
  readonly worker: number;
}

/** The variable with the stage at which a run waits to be killed. */
export const stageVariable = 'VOUCH_KILL_AT';

/**
 * The time that a run waits to be killed. It is long, so that a run does not end normally if it fails to notice that
 * a part of it was killed.
 */
const longerThanAnyoneWaits = 60_000;

/** Reports that the run has reached a stage, and waits there if it is the one at which it is to be killed. */
export async function waitAtStage(stage: Stage): Promise<void> {
  if (process.env[stageVariable] !== stage) return;
  const { pid, ppid } = process;
  // A worker can send messages to its main process.
  const reached: Reached = process.send ? { main: ppid, worker: pid } : { main: pid, worker: 0 };
  await writeJson(fileIn(tmpdir()), reached);
  await delay(longerThanAnyoneWaits);
}

/** Returns the processes of a run once it has reached the stage at which it waits. */
export function reachedIn(temporary: string): Reached | undefined {
  return readJson(fileIn(temporary));
}

function fileIn(temporary: string): string {
  return join(temporary, 'reached.json');
}
