import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Tree } from '@nx/devkit';
import { siblingModule } from '@vouch/testing/sibling-module';
import { workspacePackages } from '../../../lib/workspace-packages.ts';
import type { EntitiesModel } from '../model/entity-model.ts';
import type { ServedTree } from './serve-tree.ts';

/**
 * Reads MikroORM's metadata of a component's entities, without a connection. Loads the library in a separate
 * process.
 */
export function readEntities(tree: Tree, component: string): EntitiesModel {
  const program = siblingModule(import.meta.url, 'print-entities');
  const { stderr, status, output, error } = spawnSync(process.execPath, ['--no-warnings', program], {
    input: JSON.stringify(servedOf(tree, `libs/${component}/app`)),
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    timeout: 60_000,
  });
  if (status === 0) return JSON.parse(output[3] ?? '') as EntitiesModel;
  throw new Error(
    `The app library of ${component} cannot be loaded, so its entities are unknown. Nothing was written.\n` +
      `${reasonIn(stderr) || String(error?.message ?? status)}\n` +
      `Expected this command to work: node libs/${component}/app/src/index.ts`,
  );
}

function servedOf(tree: Tree, folder: string): ServedTree {
  const absolute = (path: string) => join(tree.root, path);
  const packages = [...workspacePackages(tree)].map(([name, root]): [string, string] => [
    name,
    absolute(`${root}/src/index.ts`),
  ]);
  const files = tree
    .listChanges()
    .filter(({ type, path }) => type !== 'DELETE' && path.endsWith('.ts'))
    .map(({ path, content }): [string, string] => [absolute(path), content?.toString('utf8') ?? '']);
  return {
    entry: absolute(`${folder}/src/index.ts`),
    packages: Object.fromEntries(packages),
    files: Object.fromEntries(files),
  };
}

/** Returns the error without its stack. */
function reasonIn(stderr: string): string {
  const lines = stripVTControlCharacters(stderr).split('\n');
  const start = lines.findIndex((line) => /^(?:\w*Error|\w+Exception)\b.*:/.test(line.trim()));
  const end = lines.findIndex((line, index) => index > start && /^\s+at /.test(line));
  return lines
    .slice(Math.max(start, 0), end === -1 ? undefined : end)
    .join('\n')
    .trim();
}
