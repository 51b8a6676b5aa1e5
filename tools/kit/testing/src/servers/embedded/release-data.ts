import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ServerProblem } from '../model/server-problem.ts';
import { isAlive, ownIdentity, type ProcessIdentity } from '../process/identity.ts';
import { endServer, runsOn } from '../process/server-process.ts';
import { postmasterPid } from './postmaster.ts';

const ownerFile = 'vouch-owner.json';

/** Records the process that a server on these data belongs to. */
export async function writeOwner(folder: string): Promise<void> {
  await writeFile(join(folder, ownerFile), JSON.stringify(ownIdentity()), { mode: 0o600 });
}

/**
 * Makes sure that no server runs on a data directory. Ends a server that a killed run left and removes its stale
 * `postmaster.pid`; throws if the server's owner is alive.
 */
export async function releaseData(folder: string): Promise<void> {
  const pid = postmasterPid(folder);
  if (pid === undefined) return;
  const owner = readOwner(folder);
  if (owner && isAlive(owner) && runsOn(pid, folder)) throw inUse(folder, owner.pid);
  await endServer(pid, folder, [0, 'SIGINT', 'SIGQUIT', 'SIGKILL']);
  await rm(join(folder, 'postmaster.pid'), { force: true });
}

function readOwner(folder: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, ownerFile), 'utf8')) as ProcessIdentity;
  } catch {
    return undefined;
  }
}

function inUse(folder: string, owner: number): ServerProblem {
  return new ServerProblem(
    'data-in-use',
    `The data in ${folder} are in use: process ${owner} runs a server on them.`,
    `End that process first (Ctrl-C in its terminal, or kill -INT ${owner}).`,
  );
}
