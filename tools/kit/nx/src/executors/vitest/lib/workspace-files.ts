import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ProjectsConfigurations } from '@nx/devkit';
import ignore from 'nx/src/utils/ignore.js';

/** Nx's view of workspace paths when it computes cache keys. */
export interface WorkspaceFiles {
  /** The project that Nx hashes the path with; undefined outside of every project. */
  ownerOf(file: string): string | undefined;
  /** True if Nx never hashes the path, because .gitignore or .nxignore lists it. */
  isIgnored(file: string): boolean;
  exists(file: string): boolean;
}

export function workspaceFiles(root: string, { projects }: ProjectsConfigurations): WorkspaceFiles {
  const names = new Map(Object.entries(projects).map(([name, project]) => [project.root, name]));
  const read = (path: string): string | null => readIfThere(join(root, path));
  const checker = ignore.createGitIgnoreChecker({ read } as Parameters<
    typeof ignore.createGitIgnoreChecker
  >[0]);
  return {
    ownerOf: (file) => nearest(dirname(file), names),
    isIgnored: (file) => checker.isIgnoredFile(file),
    exists: (file) => existsSync(join(root, file)),
  };
}

function nearest(folder: string, names: ReadonlyMap<string, string>): string | undefined {
  const name = names.get(folder);
  if (name !== undefined || folder === '.' || folder === '/') return name;
  return nearest(dirname(folder), names);
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
