import { readManifest } from '../../graph/package-manifest.ts';
import type { Check } from './check.ts';

/**
 * Reads the checks that a workspace adds in its package.json: `"vouch": { "checks": { "<name>": { "command": "…",
 * "fix": "…" } } }`.
 */
export function ownChecks(root: string): Check[] {
  return Object.entries(readManifest(root, '.').vouch?.checks ?? {}).map(([name, { command, fix }]) => ({
    name,
    title: name,
    how: command.split(' '),
    fix,
  }));
}
