import { readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DatabaseProblem } from '../problem.ts';
import { identityOf, isAlive, ownIdentity, type ProcessIdentity } from '../process/identity.ts';

const ownerFile = 'vouch-owner.json';

/** Notes which process a server on these data works for. */
export async function writeOwner(folder: string): Promise<void> {
  await writeFile(join(folder, ownerFile), JSON.stringify(ownIdentity()), { mode: 0o600 });
}

/**
 * Makes sure that no server runs on a data directory: one that a killed run left behind is ended, its stale
 * `postmaster.pid` is removed, and one that somebody is using is refused.
 */
export async function releaseData(folder: string): Promise<void> {
  const pid = postmasterPid(folder);
  if (pid === undefined) return;
  const owner = readOwner(folder);
  if (owner && isAlive(owner) && runsOn(pid, folder)) throw inUse(folder, owner.pid);
  await endServer(pid, folder);
  await rm(join(folder, 'postmaster.pid'), { force: true });
}

export function postmasterPid(folder: string): number | undefined {
  try {
    return Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]) || undefined;
  } catch {
    return undefined;
  }
}

/** Waits for a server that is shutting down by itself, then asks, then insists. */
async function endServer(pid: number, folder: string): Promise<void> {
  for (const signal of [0, 'SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!runsOn(pid, folder)) return;
    process.kill(pid, signal);
    for (let waited = 0; waited < 1_000 && runsOn(pid, folder); waited += 20) await delay(20);
  }
}

/** Whether a process is the server of this data directory, and not one that was given the same id later. */
function runsOn(pid: number, folder: string): boolean {
  if (identityOf(pid) === undefined) return false;
  if (process.platform !== 'linux') return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder);
  } catch {
    return false;
  }
}

function readOwner(folder: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, ownerFile), 'utf8')) as ProcessIdentity;
  } catch {
    return undefined;
  }
}

function inUse(folder: string, owner: number): DatabaseProblem {
  return new DatabaseProblem(
    'data-in-use',
    `The data in ${folder} are in use: process ${owner} runs a server on them.`,
    `End that one first (Ctrl-C where it runs, or kill -INT ${owner}).`,
  );
}
