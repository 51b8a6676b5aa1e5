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

/** Adopts the server of the last supervisor if it still runs, and removes all else that earlier supervisors left. */
export async function adoptServer(folder: string, generation: number): Promise<AdoptedServer | undefined> {
  let adopted: AdoptedServer | undefined;
  for (const other of before(folder, generation).reverse()) {
    adopted = (await adoptGeneration(folder, other, adopted === undefined)) ?? adopted;
  }
  await clearOtherServers(folder);
  return adopted;
}

/** Removes the files of earlier supervisors, after this one has recorded what it adopted. */
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
  // A resource that cannot be removed must not stop the next run.
  if (plan) await provider?.clear(plan).catch(console.error);
  return undefined;
}

function closedRecord(folder: string, generation: number): ServerRecord | undefined {
  return readJson<ServerRecord>(fileOf(folder, 'closed', generation));
}

/** Removes servers of other keys whose supervisors were killed and that have no leases. */
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

/** The age at which the folder of an ended server is removed. No process is still joining it by then. */
const aDay = 24 * 3_600_000;

async function clearRun(folder: string, generation: number): Promise<void> {
  const plan = readJson<RunRecord>(fileOf(folder, 'run', generation));
  if (plan) await (await providerOf(plan.service)).clear(plan).catch(console.error);
  // Keeps the owner file: a generation without one counts as starting.
  await removeFiles(folder, generation, ['ready', 'closed', 'run']);
}
