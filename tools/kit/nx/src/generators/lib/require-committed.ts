import { execFileSync } from 'node:child_process';
import type { Tree } from '@nx/devkit';

/** Refuses to change files that have changes which git could not bring back. */
export function requireCommitted(tree: Tree): void {
  const updated = tree.listChanges().filter(({ type }) => type !== 'CREATE');
  const dirty = dirtyFiles(
    tree.root,
    updated.map(({ path }) => path),
  );
  if (dirty.length === 0) return;
  throw new Error(
    `Would change files with changes that are not committed: ${dirty.join(', ')}. Nothing was written. ` +
      `Expected them as in the last commit. Commit them first: git commit -- ${dirty.join(' ')}. Or pass --allowDirty.`,
  );
}

function dirtyFiles(root: string, paths: readonly string[]): string[] {
  if (paths.length === 0) return [];
  try {
    const args = ['status', '--porcelain=v1', '-z', '--untracked-files=no', '--', ...paths];
    const output = execFileSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return output
      .split('\0')
      .filter((line) => /^.[MD] /.test(line))
      .map((line) => line.slice(3));
  } catch {
    return [];
  }
}
