import { globSync } from 'node:fs';
import { basename } from 'node:path';
import type { PromiseProof } from '../../mutation/index.ts';
import { loadRun, type SavedRun } from '../../mutation/run/saved-run.ts';
import { hashFiles } from '../../mutation/run/hash-files.ts';

/**
 * Reads which promises mutation has proven, by id. A run counts until a file changes that its component or its tests
 * use.
 */
export function readProofs(root: string): Map<string, PromiseProof> {
  const runs = globSync('.vouch/mutants/*.json', { cwd: root })
    .toSorted()
    .flatMap((file) => loadRun(root, basename(file, '.json')) ?? [])
    .filter((run) => isCurrent(root, run));
  return new Map(runs.flatMap(({ promises }) => promises).map((proof) => [proof.id, proof]));
}

function isCurrent(root: string, { basis: { files, sources } }: SavedRun): boolean {
  const known = { ...files, ...Object.fromEntries(sources.map(({ path, content }) => [path, content])) };
  const current = hashFiles(root, Object.keys(known));
  return Object.entries(known).every(([path, hash]) => current.get(path) === hash);
}
