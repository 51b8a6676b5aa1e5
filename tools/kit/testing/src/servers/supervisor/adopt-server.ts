import { existsSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { supervisorStatus } from './supervisor-status.ts';
import { readJson } from './json-file.ts';
import { providerOf } from '../providers/provider-of.ts';
import type { StartedServer } from '../model/server-provider.ts';
import { liveLeases } from './leases.ts';
import { allServerFolders, fileOf, generationsOf, isRetired, removeFiles } from './server-folder.ts';
import type { RunRecord, ServerRecord } from '../model/server-record.ts';

export interface AdoptedServer {
  readonly plan: RunRecord;
  readonly server: StartedServer;
}

/** Sees to what earlier supervisors left: the last one's server is adopted where it still runs, all else is cleared. */
export async function adoptServer(folder: string, generation: number): Promise<AdoptedServer | undefined> {
  let adopted: AdoptedServer | undefined;
  for (const other of before(folder, generation).reverse()) {
    adopted = (await adoptGeneration(folder, other, adopted === undefined)) ?? adopted;
  }
  await clearOtherServers(folder);
  return adopted;
}

/** Removes the traces of earlier supervisors, once this one has written down what it took over from them. */
export async function removeEarlierTraces(folder: string, generation: number): Promise<void> {
  for (const other of before(folder, generation))
    await removeFiles(folder, other, ['ready', 'closed', 'failed', 'owner', 'run', 'claim']);
}

function before(folder: string, generation: number): number[] {
  return generationsOf(folder, 'claim').filter((other) => other < generation);
}

async function adoptGeneration(
  folder: string,
  other: number,
  mayAdopt: boolean,
): Promise<AdoptedServer | undefined> {
  const plan = readJson<RunRecord>(fileOf(folder, 'run', other));
  const url = (readJson<ServerRecord>(fileOf(folder, 'ready', other)) ?? closedRecord(folder, other))?.url;
  const provider = plan && (await providerOf(plan.service));
  const server = mayAdopt && plan && url ? provider?.adopt(plan, url) : undefined;
  if (plan && server) return { plan, server };
  // what cannot be cleared away must not keep the next run from starting
  if (plan) await provider?.clear(plan).catch(console.error);
  return undefined;
}

function closedRecord(folder: string, generation: number): ServerRecord | undefined {
  return readJson<ServerRecord>(fileOf(folder, 'closed', generation));
}

/** Servers of other kinds whose supervisors were killed and that nobody uses. */
async function clearOtherServers(own: string): Promise<void> {
  const others = (await allServerFolders()).filter((folder) => folder !== own);
  for (const folder of others) {
    if (isRetired(folder)) await rm(folder, { recursive: true, force: true });
    if (!existsSync(join(folder, 'leases'))) continue;
    if (supervisorStatus(folder).alive || liveLeases(folder).length > 0) continue;
    for (const generation of generationsOf(folder, 'run')) await clearRun(folder, generation);
    if (Date.now() - statSync(folder).mtimeMs > aDay) await rm(folder, { recursive: true, force: true });
  }
}

/** Long enough that nobody can still be on the way to a server of which only the place in the line is left. */
const aDay = 24 * 3_600_000;

async function clearRun(folder: string, generation: number): Promise<void> {
  const plan = readJson<RunRecord>(fileOf(folder, 'run', generation));
  if (plan) await (await providerOf(plan.service)).clear(plan).catch(console.error);
  // not the owner: a generation without one passes for one that is still being started
  await removeFiles(folder, generation, ['ready', 'closed', 'run']);
}
