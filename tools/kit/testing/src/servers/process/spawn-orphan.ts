import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

export interface OrphanOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** The file to which it prints. */
  readonly log: number;
}

export interface Orphan {
  readonly pid: number;
  /** Gives it its whole standard input, unless it has ended. Afterwards nothing binds this process to it. */
  readonly tell: (input: string) => Promise<void>;
}

/**
 * Starts a program in a session of its own and as nobody's child: neither a signal to the terminal reaches it nor one to
 * all descendants of a process, which is how Nx ends what it started.
 */
export async function spawnOrphan(
  program: string,
  args: readonly string[],
  options: OrphanOptions,
): Promise<Orphan> {
  const { pid, input } = await (process.platform === 'win32' ? detach : abandon)(program, args, options);
  return { pid, tell: (text) => endWith(input, text) };
}

type Launch = (
  program: string,
  args: readonly string[],
  options: OrphanOptions,
) => Promise<{ pid: number; input: Socket }>;

/** The machine's first process takes in a child whose parent has ended. */
const abandon: Launch = async (program, args, { cwd, env, log }) => {
  const shell = spawn('/bin/sh', ['-c', startAndLeave, 'sh', program, ...args], {
    ...{ cwd, env, detached: true },
    stdio: ['ignore', 'pipe', log, 'pipe'],
  });
  const [pid] = await Promise.all([text(shell.stdout as Readable), once(shell, 'exit')]);
  return { pid: Number(pid), input: shell.stdio[3] as Socket };
};

/** The input comes by a number of its own: Node closes the standard input of a child that has ended. */
const startAndLeave = '"$@" <&3 3<&- >&2 & echo $!';

/** Windows gives a child whose parent has ended to nobody. */
const detach: Launch = async (program, args, { cwd, env, log }) => {
  const child = spawn(program, args, { cwd, env, detached: true, stdio: ['pipe', log, log] });
  await once(child, 'spawn');
  child.unref();
  return { pid: child.pid ?? 0, input: child.stdin as Socket };
};

async function endWith(input: Socket, text: string): Promise<void> {
  await pipeline(Readable.from(text), input).catch(() => undefined);
  input.destroy();
}
