import { execFileSync } from 'node:child_process';

/** Refuses to remove sources of the kit that are in no commit. */
export function refuseUnsaved(root: string, folders: readonly string[]): void {
  const unsaved = changedBelow(root, folders);
  if (unsaved.length === 0) return;
  throw new Error(
    `The kit holds changes that are not committed: ${unsaved.slice(0, 5).join(', ')}. Nothing was written. ` +
      'Expected it as in the last commit, because its sources are replaced by packages. ' +
      'Commit them first: git add tools && git commit. Or keep the sources: nx g rename --keep-kit',
  );
}

function changedBelow(root: string, folders: readonly string[]): string[] {
  try {
    const args = ['status', '--porcelain=v1', '-z', '--untracked-files=all', '--', ...folders];
    const output = execFileSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return output
      .split('\0')
      .filter(Boolean)
      .map((line) => line.slice(3));
  } catch {
    // without git there is nothing to compare with
    return [];
  }
}
