import { lstatSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { FileChange } from '@nx/devkit';

/** Refuses to write outside the workspace: by a path that leads there, or by a link on the way. */
export function requireInsideWorkspace(root: string, changes: readonly Pick<FileChange, 'path'>[]): void {
  const real = realpathSync(root);
  for (const { path } of changes) {
    const way = join('.', path).split(sep);
    if (way[0] === '..' || path.startsWith('/'))
      throw new Error(
        `Would write ${path}, which is outside the workspace. Expected a path within it. Nothing was written.`,
      );
    way.reduce((folder, part) => refuseLink(root, real, join(folder, part), path), '');
  }
}

function refuseLink(root: string, real: string, part: string, path: string): string {
  if (!lstatSync(join(root, part), { throwIfNoEntry: false })?.isSymbolicLink()) return part;
  const target = realTarget(join(root, part));
  if (target === real || target.startsWith(real + sep)) return part;
  throw new Error(
    `Would write ${path}, but ${part} is a link to ${target}, outside the workspace. Expected files of the workspace. ` +
      `Nothing was written. Replace the link by what it links to: cp -rL ${part} ${part}.copy && rm ${part} && mv ${part}.copy ${part}`,
  );
}

function realTarget(link: string): string {
  try {
    return realpathSync(link);
  } catch {
    return 'nowhere';
  }
}
