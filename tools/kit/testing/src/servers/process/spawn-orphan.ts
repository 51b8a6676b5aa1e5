import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

export interface OrphanOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** The file descriptor for its output. */
  readonly log: number;
}

export interface Orphan {
  readonly pid: number;
  /** Sends the whole standard input and closes it. Afterwards this process does not depend on the program. */
  readonly sendInput: (input: string) => Promise<void>;
}

/**
 * Starts a program in its own session and without a parent. Signals of the terminal do not reach it, nor signals to
 * all descendants of a process, which is how Nx ends its tasks.
 */
export async function spawnOrphan(
  program: string,
  args: readonly string[],
  options: OrphanOptions,
): Promise<Orphan> {
  const { pid, input } = await (process.platform === 'win32' ? detach : abandon)(program, args, options);
  return { pid, sendInput: (text) => endWith(input, text) };
}

type Launch = (
  program: string,
  args: readonly string[],
  options: OrphanOptions,
) => Promise<{ pid: number; input: Socket }>;

/** Starts the program from a shell that ends: process 1 then adopts it. */
const abandon: Launch = async (program, args, { cwd, env, log }) => {
  const shell = spawn('/bin/sh', ['-c', startAndLeave, 'sh', program, ...args], {
    ...{ cwd, env, detached: true },
    stdio: ['ignore', 'pipe', log, 'pipe'],
  });
  const [pid] = await Promise.all([text(shell.stdout as Readable), once(shell, 'exit')]);
  return { pid: Number(pid), input: shell.stdio[3] as Socket };
};

/** Passes the input as file descriptor 3: Node closes the standard input of a child that has ended. */
const startAndLeave = '"$@" <&3 3<&- >&2 & echo $!';

/** Detaches the program: Windows does not reassign a child whose parent has ended. */
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
