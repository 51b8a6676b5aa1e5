import { spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';

export interface OrphanOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** The file to which it prints. */
  readonly log: number;
}

export interface Orphan {
  readonly pid: number;
  readonly stdin: Writable;
}

/**
 * Starts a program in a session of its own and as nobody's child, so that neither a signal to the terminal reaches it nor
 * one to all descendants of a process, which is how Nx ends what it started.
 */
export async function spawnOrphan(
  program: string,
  args: readonly string[],
  { cwd, env, log }: OrphanOptions,
): Promise<Orphan> {
  if (process.platform === 'win32') {
    const child = spawn(program, args, { cwd, env, detached: true, stdio: ['pipe', log, log] });
    child.unref();
    return { pid: child.pid ?? 0, stdin: child.stdin as Writable };
  }
  const shell = spawn('/bin/sh', ['-c', startAndLeave, 'sh', program, ...args], {
    ...{ cwd, env, detached: true },
    stdio: ['ignore', 'pipe', log, 'pipe'],
  });
  shell.unref();
  return { pid: Number(await text(shell.stdout as Readable)), stdin: shell.stdio[3] as Writable };
}

/** The parent of a process whose own parent has ended is the first one of the machine. */
const startAndLeave = '"$@" <&3 3<&- >&2 & echo $!';
