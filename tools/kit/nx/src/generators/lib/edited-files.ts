import { execFileSync } from 'node:child_process';
import type { Tree } from '@nx/devkit';

/** Returns the files below a folder that hold uncommitted work of a person. Changes by the generators do not count. */
export function editedFiles(tree: Tree, folder: string): string[] {
  const args = ['status', '--porcelain=v1', '-z', '--untracked-files=all', '--', folder];
  return git(tree, ...args)
    .split('\0')
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
 * Removes the parts of a text that `nx g rename` and `nx g remove-samples` change: scopes, the form of lines, the order of
 * packages in a manifest, references to the sources of the kit, and passages about samples.
 */
function folded(path: string, text: string): string {
  const lines = text
    .replaceAll(/@[a-z0-9-]+\//g, '@/')
    .replaceAll(/\{\s*"path":\s*"[./]+tools\/kit\/[^"]*"\s*\}/g, '')
    .replaceAll(/^[^\S\n]*(?:\/\/|<!--) <sample ([a-z0-9-]+)>[^]*?<\/sample \1>(?: -->)?$/gm, '')
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
