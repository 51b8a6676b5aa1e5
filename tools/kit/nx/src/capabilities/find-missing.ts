import type { CapabilityName } from '../levels/index.ts';
import { capabilities } from './capabilities.ts';

/** Returns the names of the capabilities that this machine lacks. */
export async function findMissing(): Promise<CapabilityName[]> {
  const found = await Promise.all(
    capabilities.map(async ({ name, detect }) => ({ name, present: await detect() })),
  );
  return found.filter(({ present }) => !present).map(({ name }) => name);
}
