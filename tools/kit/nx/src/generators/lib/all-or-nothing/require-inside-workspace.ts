import { lstatSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { FileChange } from '@nx/devkit';

/** Throws if a change is outside the workspace, by its path or through a link. */
export function requireInsideWorkspace(root: string, changes: readonly Pick<FileChange, 'path'>[]): void {
  const real = realpathSync(root);
  for (const { path } of changes) {
    const way = join('.', path).split(sep);
    if (way[0] === '..' || path.startsWith('/'))
      throw new Error(
        `Would write ${path}, which is outside the workspace. Expected a path inside it. Nothing was written.`,
      );
    way.reduce((folder, part) => requireInsideLink(root, real, join(folder, part), path), '');
  }
}

function requireInsideLink(root: string, real: string, part: string, path: string): string {
  if (!lstatSync(join(root, part), { throwIfNoEntry: false })?.isSymbolicLink()) return part;
  const target = realTarget(join(root, part));
  if (target === real || target.startsWith(real + sep)) return part;
  throw new Error(
    `Would write ${path}, but ${part} is a link to ${target}, outside the workspace. Expected files of the workspace. ` +
      `Nothing was written. Replace the link with its target: cp -rL ${part} ${part}.copy && rm ${part} && mv ${part}.copy ${part}`,
  );
}

function realTarget(link: string): string {
  try {
    return realpathSync(link);
  } catch {
    return 'nowhere';
  }
}
