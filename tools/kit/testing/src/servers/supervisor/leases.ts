import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, ownIdentity, type ProcessIdentity } from '../process/identity.ts';
import { readJson, writeJson } from './json-file.ts';

/** A process's claim on a server. It ends with the process. */
export interface Lease {
  /** Eight hexadecimal digits. The names of the databases that are created under the lease contain them. */
  readonly id: string;
  readonly release: () => void;
  /** Returns false if the server's folder was removed during the lease. */
  readonly isHeld: () => boolean;
}

export async function takeLease(folder: string): Promise<Lease> {
  const id = randomBytes(4).toString('hex');
  const file = join(folder, 'leases', `${id}.json`);
  await writeJson(file, ownIdentity());
  return {
    id,
    release: () => {
      rmSync(file, { force: true });
    },
    isHeld: () => existsSync(file),
  };
}

/** Returns the ids of the leases whose processes are alive, and removes the files of the others. */
export function liveLeases(folder: string): string[] {
  return readdirSync(join(folder, 'leases')).flatMap((name) => {
    const id = /^([0-9a-f]{8})\.json$/.exec(name)?.[1];
    if (id === undefined) return [];
    const file = join(folder, 'leases', name);
    const holder = readJson<ProcessIdentity>(file);
    if (holder && isAlive(holder)) return [id];
    rmSync(file, { force: true });
    return [];
  });
}
