import { execFileSync } from 'node:child_process';
import { readlinkSync, realpathSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { identityOf } from './identity.ts';

/** Returns whether a process is the server of this data directory, and not a later process with the same id. */
export function runsOn(pid: number, folder: string): boolean {
  if (identityOf(pid) === undefined) return false;
  if (process.platform === 'win32') return true;
  return process.platform === 'linux' ? worksIn(pid, folder) : wasStartedWith(pid, folder);
}

function worksIn(pid: number, folder: string): boolean {
  try {
    // A server's directory can be deleted while the server runs.
    return readlinkSync(`/proc/${pid}/cwd`).replace(/ \(deleted\)$/, '') === realPath(folder);
  } catch {
    return false;
  }
}

function wasStartedWith(pid: number, folder: string): boolean {
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(folder);
  } catch {
    return false;
  }
}

function realPath(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

/** Sends one signal after another, each with a second to take effect, until the server of a data directory has ended. */
export async function endServer(
  pid: number,
  folder: string,
  signals: readonly (NodeJS.Signals | 0)[],
): Promise<void> {
  for (const signal of signals) {
    if (!runsOn(pid, folder)) return;
    process.kill(pid, signal);
    for (let waited = 0; waited < 1_000 && runsOn(pid, folder); waited += 20) await delay(20);
  }
}
