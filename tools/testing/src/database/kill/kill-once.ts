import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { siblingModule } from '../process/sibling-module.ts';
import type { KillCase, Stage } from './kill-case.ts';
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
}

interface Marker {
  readonly stage: Stage;
  readonly worker: number;
}

/** Starts a run in a world of its own, kills a part of it at one stage, and looks at what is left. */
export async function killOnce(kill: KillCase, options: KillOptions = {}): Promise<KillResult> {
  const temporary = await mkdtemp(join(tmpdir(), 'vouch-kill-'));
  const env = { ...process.env, TEST_DATABASE: 'embedded', ...options.env, TMPDIR: temporary };
  const run = startRun(kill.stage, env);
  try {
    const marker = await reach(run, kill.stage);
    const before = await tracesAt(temporary, kill);
    send(kill, run, marker, before);
    if (kill.victim === 'supervisor') await runAgain(run, env);
    return { ...kill, ...(await watch(temporary, before, options.limit ?? 5_000)) };
  } finally {
    endGroup(run);
    await watch(temporary, tracesIn(temporary), 5_000);
    await rm(temporary, { recursive: true, force: true });
  }
}

function startRun(stage: Stage, env: NodeJS.ProcessEnv): ChildProcess {
  const program = siblingModule(import.meta.url, 'subject');
  return spawn(process.execPath, [program, 'main', stage], {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function reach(run: ChildProcess, stage: Stage): Promise<Marker> {
  if (!run.stdout) throw new Error('the run has no output to read');
  for await (const line of createInterface(run.stdout)) {
    const marker = JSON.parse(line) as Marker;
    if (marker.stage === stage) return marker;
  }
  throw new Error(`the run ended before it came to "${stage}"`);
}

/** At the start the supervisor is waited for: killed any earlier, the run has made nothing yet. */
async function tracesAt(temporary: string, { stage }: KillCase): Promise<Traces> {
  for (let waited = 0; waited < 5_000; waited += 5) {
    const traces = tracesIn(temporary);
    if (stage !== 'start' || traces.supervisors.length > 0) return traces;
    await delay(5);
  }
  throw new Error('no supervisor was started');
}

function send(
  { signal, victim }: KillCase,
  run: ChildProcess,
  { worker }: Marker,
  { supervisors }: Traces,
): void {
  const main = run.pid ?? 0;
  const pid = { main, worker, group: -main, supervisor: supervisors.at(-1)?.pid ?? 0 }[victim];
  if (pid === 0) throw new Error(`there is no ${victim} to kill`);
  process.kill(pid, signal);
}

/** Who was killed with the supervisor cannot clear up: the next run does. */
async function runAgain(first: ChildProcess, env: NodeJS.ProcessEnv): Promise<void> {
  endGroup(first);
  const next = startRun('start', env);
  next.stdout?.resume();
  await once(next, 'exit');
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
  const begin = Date.now();
  for (;;) {
    const now = tracesIn(temporary);
    const traces = {
      supervisors: [...before.supervisors, ...now.supervisors],
      folders: [...new Set([...before.folders, ...now.folders])],
    };
    const left = leftovers(temporary, traces);
    const gone = Date.now() - begin;
    if (left.length === 0 || gone >= limit) return { left, gone };
    await delay(50);
  }
}
