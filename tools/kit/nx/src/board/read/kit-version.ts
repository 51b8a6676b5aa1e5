import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const kit = join(import.meta.dirname, '../..');

let version: string | undefined;

/** Returns a key of the code that reads contracts and tests. Cached results of other versions do not count. */
export function kitVersion(): string {
  return (version ??= hashOfReaders());
}

function hashOfReaders(): string {
  const hash = createHash('sha256');
  for (const file of globSync('{contract-model,promise-tests}/**/*.{ts,js}', { cwd: kit }).toSorted())
    if (!file.endsWith('.d.ts')) hash.update(readFileSync(join(kit, file)));
  return hash.digest('hex');
}
