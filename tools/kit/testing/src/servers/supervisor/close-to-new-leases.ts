import { rename } from 'node:fs/promises';
import { liveLeases } from './leases.ts';
import { fileOf } from './server-folder.ts';

/** Makes new processes wait for the next supervisor. Returns false, and opens again, if a lease was taken meanwhile. */
export async function closeToNewLeases(folder: string, generation: number): Promise<boolean> {
  const [open, closed] = [fileOf(folder, 'ready', generation), fileOf(folder, 'closed', generation)];
  await rename(open, closed);
  if (liveLeases(folder).length === 0) return true;
  await rename(closed, open);
  return false;
}
