import { readManifest } from '../../graph/package-manifest.ts';
import type { Check } from './check.ts';

/** The checks that a workspace adds: `"vouch": { "checks": { "<name>": { "command": "…", "fix": "…" } } }` in its package.json. */
export function ownChecks(root: string): Check[] {
  return Object.entries(readManifest(root, '.').vouch?.checks ?? {}).map(([name, { command, fix }]) => ({
    name,
    title: name,
    how: command.split(' '),
    fix,
  }));
}
