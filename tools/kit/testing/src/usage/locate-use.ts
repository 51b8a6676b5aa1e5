import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import type { Use } from './usage.ts';

const imports = /(?:\bfrom|\bimport|\brequire|\bresolve|\bimportActual)\s*\(?\s*(['"`])([^'"`]+)\1/g;

/**
 * Returns the position of a use as `file:line`. Imports are recorded without a line, because there are thousands and
 * few positions are needed; this function looks it up in the source.
 */
export function locateUse(root: string, path: string, { by }: Use): string {
  if (/:\d+$/.test(by) || !existsSync(join(root, by))) return by;
  const source = readFileSync(join(root, by), 'utf8');
  const found = [...source.matchAll(imports)].find(([, , specifier = '']) =>
    leadsTo(specifier, by, path, root),
  );
  return found === undefined ? by : `${by}:${source.slice(0, found.index).split('\n').length}`;
}

function leadsTo(specifier: string, importer: string, path: string, root: string): boolean {
  const [target = ''] = specifier.split('?', 1);
  if (target.startsWith('.')) return isModule(posix.join(posix.dirname(importer), target), path);
  if (target.startsWith('/')) return isModule(target.slice(1), path);
  const name = packageOf(root, path);
  return name !== undefined && (target === name || target.startsWith(`${name}/`));
}

/** Matches paths without extension or `index`. */
function isModule(target: string, path: string): boolean {
  return (
    path === target || (path.startsWith(target) && /^(?:\/index)?\.\w+$/.test(path.slice(target.length)))
  );
}

function packageOf(root: string, path: string): string | undefined {
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    const manifest = join(root, folder, 'package.json');
    if (existsSync(manifest)) return (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string }).name;
  }
  return undefined;
}
