import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Deadline } from '../../src/deadline/deadline.ts';
import { siblingModule } from '../../src/servers/process/sibling-module.ts';
import { type Reached, reachedIn, stageVariable } from './wait-at-stage.ts';
import type { KillCase } from './kill-case.ts';
import { leftovers, type Traces, tracesIn } from './leftovers.ts';

export interface KillResult extends KillCase {
  /** The leftovers at the end of the time limit. */
  readonly left: readonly string[];
  /** The time until no leftovers remained, in ms. */
  readonly gone: number;
}

export interface KillOptions {
  /** The time limit, in ms. */
  readonly limit?: number;
  /** The server of the run; the embedded one by default. */
  readonly env?: Readonly<Record<string, string>>;
  /** Starts the run as the leader of a process group; by default without Nx. */
  readonly start?: StartRun;
}

export type StartRun = (env: Readonly<Record<string, string>>) => ChildProcess;

/** Starts a run with its own temporary folder, kills a part of it at one stage, and looks for leftovers. */
export async function killOnce(kill: KillCase, options: KillOptions = {}): Promise<KillResult> {
  const { start = startSubject, limit = 5_000 } = options;
  const temporary = await mkdtemp(join(tmpdir(), 'vouch-kill-'));
  const environment = { TEST_DATABASE: 'embedded', ...options.env, TMPDIR: temporary };
  const run = start({ ...environment, [stageVariable]: kill.stage });
  try {
    const reached = await reach(run, kill, temporary);
    const before = tracesIn(temporary);
    send(kill, run, reached, before);
    if (kill.victim === 'supervisor') await runAgain(run, () => start(environment));
    return { ...kill, ...(await watch(temporary, before, limit)) };
  } finally {
    endGroup(run);
    const traces = tracesIn(temporary);
    await watch(temporary, traces, 5_000);
    for (const path of [...traces.folders, temporary]) await rm(path, { recursive: true, force: true });
  }
}

const startSubject: StartRun = (env) =>
  spawn(process.execPath, [siblingModule(import.meta.url, 'subject')], {
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit'],
  });

/** Waits for the supervisor: if it is killed earlier, the run has created nothing yet. */
async function reach(run: ChildProcess, { stage }: KillCase, temporary: string): Promise<Reached> {
  const ended = (): boolean => run.exitCode !== null || run.signalCode !== null;
  while (!ended()) {
    if (stage === 'start' && tracesIn(temporary).supervisors.length > 0)
      return { main: run.pid ?? 0, worker: 0 };
    const reached = reachedIn(temporary);
    if (reached) return reached;
    await delay(5);
  }
  throw new Error(`the run ended before the stage "${stage}"`);
}

function send(
  { signal, victim }: KillCase,
  { pid: leader = 0 }: ChildProcess,
  { main, worker }: Reached,
  { supervisors }: Traces,
): void {
  const pid = { nx: leader, main, worker, group: -leader, supervisor: supervisors.at(-1)?.pid ?? 0 }[victim];
  if (pid === 0) throw new Error(`no ${victim} to kill`);
  process.kill(pid, signal);
}

/** A run that was killed with its supervisor cannot clean up; the next run does. */
async function runAgain(first: ChildProcess, start: () => ChildProcess): Promise<void> {
  endGroup(first);
  await once(start(), 'exit');
}

function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function watch(
  temporary: string,
  before: Traces,
  limit: number,
): Promise<{ left: string[]; gone: number }> {
  const begin = performance.now();
  const deadline = new Deadline(limit);
  for (;;) {
    const now = tracesIn(temporary);
    const traces = {
      supervisors: [...before.supervisors, ...now.supervisors],
      folders: [...new Set([...before.folders, ...now.folders])],
    };
    const left = leftovers(temporary, traces);
    if (left.length === 0 || deadline.isOver()) return { left, gone: performance.now() - begin };
    await delay(50);
  }
}
