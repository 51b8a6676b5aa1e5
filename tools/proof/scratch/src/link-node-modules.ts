import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Creates a `node_modules` with links to the packages of another. New packages do not affect the other. */
export function linkNodeModules(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from)) {
    if (entry === '.bin' || entry.startsWith('@')) linkFolder(join(from, entry), join(to, entry));
    else if (!entry.startsWith('.')) symlinkSync(join(from, entry), join(to, entry));
  }
}

function linkFolder(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from)) symlinkSync(join(from, entry), join(to, entry));
}
