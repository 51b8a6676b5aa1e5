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
  /** What was still there when the time was up. */
  readonly left: readonly string[];
  /** How long it took until nothing was left, in ms. */
  readonly gone: number;
}

export interface KillOptions {
  /** How long may something be left, in ms. */
  readonly limit?: number;
  /** Which server the run uses; by default the embedded one. */
  readonly env?: Readonly<Record<string, string>>;
  /** Starts the run, as the leader of a process group; by default one without Nx. */
  readonly start?: StartRun;
}

export type StartRun = (env: Readonly<Record<string, string>>) => ChildProcess;

/** Starts a run in a world of its own, kills a part of it at one stage, and looks at what is left. */
export async function killOnce(kill: KillCase, options: KillOptions = {}): Promise<KillResult> {
  const { start = startSubject, limit = 5_000 } = options;
  const temporary = await mkdtemp(join(tmpdir(), 'vouch-kill-'));
  const world = { TEST_DATABASE: 'embedded', ...options.env, TMPDIR: temporary };
  const run = start({ ...world, [stageVariable]: kill.stage });
  try {
    const reached = await reach(run, kill, temporary);
    const before = tracesIn(temporary);
    send(kill, run, reached, before);
    if (kill.victim === 'supervisor') await runAgain(run, () => start(world));
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

/** At the start the supervisor is waited for: killed any earlier, the run has made nothing yet. */
async function reach(run: ChildProcess, { stage }: KillCase, temporary: string): Promise<Reached> {
  const ended = (): boolean => run.exitCode !== null || run.signalCode !== null;
  while (!ended()) {
    if (stage === 'start' && tracesIn(temporary).supervisors.length > 0)
      return { main: run.pid ?? 0, worker: 0 };
    const reached = reachedIn(temporary);
    if (reached) return reached;
    await delay(5);
  }
  throw new Error(`the run ended before it came to "${stage}"`);
}

function send(
  { signal, victim }: KillCase,
  { pid: leader = 0 }: ChildProcess,
  { main, worker }: Reached,
  { supervisors }: Traces,
): void {
  const pid = { nx: leader, main, worker, group: -leader, supervisor: supervisors.at(-1)?.pid ?? 0 }[victim];
  if (pid === 0) throw new Error(`there is no ${victim} to kill`);
  process.kill(pid, signal);
}

/** Who was killed with the supervisor cannot clear up: the next run does. */
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
