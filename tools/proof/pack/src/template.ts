import { execFileSync } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tree } from '@nx/devkit';
import { isKitSource, type Tarball, thinWorkspace } from '@vouch/nx/thin-workspace';
import { FsTree } from 'nx/src/generators/tree';

interface TemplateFile {
  readonly path: string;
  readonly text: string;
  readonly executable: boolean;
}

/** Writes the files that create-vouch makes: this workspace with the packages of the kit in place of their sources. */
export async function writeTemplate(root: string, tarballs: readonly Tarball[], file: string): Promise<void> {
  const tree: Tree = new FsTree(root, false);
  await thinWorkspace(tree, tarballs, { published: true });
  const files = trackedFiles(root)
    .filter((path) => !isKitSource(path) && tree.exists(path))
    .map((path): TemplateFile => ({
      path,
      text: tree.read(path, 'utf-8') ?? '',
      executable: (statSync(join(root, path)).mode & 0o100) !== 0,
    }));
  writeFileSync(file, JSON.stringify(files));
}

function trackedFiles(root: string): string[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean).toSorted();
}
