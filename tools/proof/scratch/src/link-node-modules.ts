import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/** A `node_modules` of links to the packages of another: packages can be added to it without touching the other. */
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
