import { execFileSync } from 'node:child_process';
import type { Tree } from '@nx/devkit';

/** Throws if a sample contains uncommitted work. Changes by the generators do not count. */
export function requireUnedited(tree: Tree, samples: readonly string[]): void {
  const edited = samples.flatMap((sample) => editedIn(tree, `libs/${sample}`));
  if (edited.length === 0) return;
  throw new Error(
    `The samples contain uncommitted changes: ${edited.join(', ')}. Nothing was written. ` +
      'Expected them to be committed, so that no work is lost. ' +
      `Run: git add ${edited.join(' ')} && git commit. Or keep the sample: --keep.`,
  );
}

function editedIn(tree: Tree, folder: string): string[] {
  const lines = git(tree, 'status', '--porcelain=v1', '-z', '--untracked-files=all', '--', folder).split(
    '\0',
  );
  return lines
    .filter(Boolean)
    .map((line) => ({ isNew: line.startsWith('??'), path: line.slice(3) }))
    .filter(({ isNew, path }) => isNew || isEdited(tree, path))
    .map(({ path }) => path);
}

function isEdited(tree: Tree, path: string): boolean {
  const now = tree.read(path, 'utf-8');
  return now !== null && folded(path, now) !== folded(path, git(tree, 'show', `HEAD:${path}`));
}

/**
 * A text without what `nx g rename` changes: scopes, the form of lines, the order of packages in a manifest, and references to the
 * sources of the kit.
 */
function folded(path: string, text: string): string {
  const lines = text
    .replaceAll(/@[a-z0-9-]+\//g, '@/')
    .replaceAll(/\{\s*"path":\s*"[./]+tools\/kit\/[^"]*"\s*\}/g, '')
    .split(/,?\n/);
  const ordered = path.endsWith('/package.json') ? lines.toSorted() : lines;
  return ordered.join('').replaceAll(/[\s,]+/g, '');
}

/** Returns an empty text without git. */
function git(tree: Tree, ...args: readonly string[]): string {
  try {
    return execFileSync('git', args, {
      cwd: tree.root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch {
    return '';
  }
}
