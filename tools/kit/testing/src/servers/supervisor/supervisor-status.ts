import { rm } from 'node:fs/promises';
import { isAlive, ownIdentity, type ProcessIdentity } from '../process/identity.ts';
import { createJson, readJson } from './json-file.ts';
import { fileOf, generationsOf } from './server-folder.ts';
import type { FailureRecord, ServerRecord } from '../model/server-record.ts';

/** What can be seen of the last supervisor of a server. */
export interface SupervisorStatus {
  /** 0 when there never was one. */
  readonly generation: number;
  readonly alive: boolean;
  readonly ready?: ServerRecord | undefined;
  readonly failed?: FailureRecord | undefined;
}

/** The file by which a process reserves the next generation: only the last supervisor of a server counts. */
interface Claim {
  readonly starter: ProcessIdentity;
}

export function supervisorStatus(folder: string): SupervisorStatus {
  const generation = generationsOf(folder, 'claim').at(-1) ?? 0;
  if (generation === 0) return { generation, alive: false };
  const owner = readJson<ProcessIdentity>(fileOf(folder, 'owner', generation));
  const starter = readJson<Claim>(fileOf(folder, 'claim', generation))?.starter;
  const holder = owner ?? starter;
  return {
    generation,
    alive: holder !== undefined && isAlive(holder),
    ready: readJson<ServerRecord>(fileOf(folder, 'ready', generation)),
    failed: readJson<FailureRecord>(fileOf(folder, 'failed', generation)),
  };
}

/**
 * Tries to become the one process that starts the next supervisor. Files are only ever added at the end of the line, and
 * the last one is never removed, so that two processes cannot both win, whoever dies when.
 */
export async function claimNext(folder: string, last: number): Promise<number | undefined> {
  const next = last + 1;
  const claim: Claim = { starter: ownIdentity() };
  if (!(await createJson(fileOf(folder, 'claim', next), claim))) return undefined;
  if (isLast(folder, next) && continues(folder, last)) return next;
  await rm(fileOf(folder, 'claim', next), { force: true });
  return undefined;
}

/** The line that we joined, and not a new one in a new folder. */
function continues(folder: string, last: number): boolean {
  return last === 0 || generationsOf(folder, 'claim').includes(last);
}

export function isLast(folder: string, generation: number): boolean {
  return generationsOf(folder, 'claim').at(-1) === generation;
}
