import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readJson, writeJson } from '../../src/servers/supervisor/json-file.ts';
import type { Stage } from './kill-case.ts';

/** What a run says of itself when it has come to the stage at which it is to be killed. */
export interface Reached {
  readonly main: number;
  readonly worker: number;
}

/** The variable that tells a run where to wait to be killed. */
export const stageVariable = 'VOUCH_KILL_AT';

/** A run that does not notice that a part of it was killed must be found out, and not end in good time by itself. */
const longerThanAnyoneWaits = 60_000;

/** Says that the run has come to a stage, and stays there to be killed, if it is the one; goes on quickly otherwise. */
export async function waitAtStage(stage: Stage): Promise<void> {
  if (process.env[stageVariable] !== stage) return;
  const { pid, ppid } = process;
  // a worker is one to whom its main process can talk
  const reached: Reached = process.send ? { main: ppid, worker: pid } : { main: pid, worker: 0 };
  await writeJson(fileIn(tmpdir()), reached);
  await delay(longerThanAnyoneWaits);
}

/** Who runs, once a run on this temporary folder has come to where it waits. */
export function reachedIn(temporary: string): Reached | undefined {
  return readJson(fileIn(temporary));
}

function fileIn(temporary: string): string {
  return join(temporary, 'reached.json');
}
