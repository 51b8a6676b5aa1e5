import { rename } from 'node:fs/promises';
import { liveLeases } from './leases.ts';
import { fileOf } from './server-folder.ts';

/** Tells newcomers to wait for the next supervisor, unless one has come in by the time that they can read it. */
export async function closeToNewLeases(folder: string, generation: number): Promise<boolean> {
  const [open, closed] = [fileOf(folder, 'ready', generation), fileOf(folder, 'closed', generation)];
  await rename(open, closed);
  if (liveLeases(folder).length === 0) return true;
  await rename(closed, open);
  return false;
}
