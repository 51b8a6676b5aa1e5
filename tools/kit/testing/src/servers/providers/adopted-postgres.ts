import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { endServer, runsOn } from '../process/server-process.ts';
import { postmasterPid } from '../embedded/postmaster.ts';
import type { StartedServer } from '../model/server-provider.ts';

/** Adopts the server that a killed supervisor left running: other processes may be running tests on it. */
export function adoptPostgres(folder: string, url: string): StartedServer | undefined {
  const data = join(folder, 'data');
  const pid = postmasterPid(data);
  if (pid === undefined || !runsOn(pid, data)) return undefined;
  return { url, ended: endOf(pid, data), stop: () => end(folder, pid) };
}

/** Ends a server and removes its folder. */
export async function clearPostgres(folder: string): Promise<void> {
  await end(folder, postmasterPid(join(folder, 'data')));
}

async function end(folder: string, pid: number | undefined): Promise<void> {
  if (pid !== undefined) await endServer(pid, join(folder, 'data'), ['SIGINT', 'SIGQUIT', 'SIGKILL']);
  await rm(folder, { recursive: true, force: true });
}

async function endOf(pid: number, data: string): Promise<void> {
  while (runsOn(pid, data)) await delay(500, undefined, { ref: false });
}
