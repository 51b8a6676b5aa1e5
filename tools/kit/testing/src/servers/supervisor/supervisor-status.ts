import { rm } from 'node:fs/promises';
import { isAlive, ownIdentity, type ProcessIdentity } from '../process/identity.ts';
import { createJson, readJson } from './json-file.ts';
import { fileOf, generationsOf } from './server-folder.ts';
import type { FailureRecord, ServerRecord } from '../model/server-record.ts';

/** The status of the last supervisor of a server, as its files show it. */
export interface SupervisorStatus {
  /** 0 if the server never had a supervisor. */
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
 * Tries to become the only process that starts the next supervisor. Generations only increase, and the last file is
 * never removed, so two processes cannot both succeed, even if some of them are killed.
 */
export async function claimNext(folder: string, last: number): Promise<number | undefined> {
  const next = last + 1;
  const claim: Claim = { starter: ownIdentity() };
  if (!(await createJson(fileOf(folder, 'claim', next), claim))) return undefined;
  if (isLast(folder, next) && continues(folder, last)) return next;
  await rm(fileOf(folder, 'claim', next), { force: true });
  return undefined;
}

/** Returns whether this is still the sequence that the process joined, and not a new one in a new folder. */
function continues(folder: string, last: number): boolean {
  return last === 0 || generationsOf(folder, 'claim').includes(last);
}

export function isLast(folder: string, generation: number): boolean {
  return generationsOf(folder, 'claim').at(-1) === generation;
}
