import { execFileSync } from 'node:child_process';
import type { Tree } from '@nx/devkit';

/** Throws if files with uncommitted changes would change, because git could not restore them. */
export function requireCommitted(tree: Tree): void {
  const updated = tree.listChanges().filter(({ type }) => type !== 'CREATE');
  const dirty = dirtyFiles(
    tree.root,
    updated.map(({ path }) => path),
  );
  if (dirty.length === 0) return;
  throw new Error(
    `Would change files with uncommitted changes: ${dirty.join(', ')}. Nothing was written. ` +
      `Expected them to be committed. Run: git commit -- ${dirty.join(' ')}. Or pass --allowDirty.`,
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
