import { type Tree, updateJson } from '@nx/devkit';
import { sortedDependencies } from '../../../lib/sorted-dependencies.ts';

interface Manifest {
  readonly workspaces: readonly string[];
  readonly scripts: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly vouch?: { readonly checks?: Readonly<Record<string, unknown>> };
}

/** Scripts and checks that are about the kit, and packages that the kit brings itself. */
const ofTheKit = {
  scripts: ['bench', 'docs', 'pack'],
  devDependencies: ['@nx/devkit', '@nx/eslint-plugin', '@vitest/eslint-plugin', 'typescript-eslint'],
};

/** Has the workspace depend on the packages of the kit, and forget its sources. */
export function dependOnPackages(tree: Tree, packages: Readonly<Record<string, string>>): void {
  updateJson<Manifest>(tree, 'package.json', ({ vouch: _checks, ...manifest }) => ({
    ...manifest,
    workspaces: manifest.workspaces.filter((pattern) => !/^tools\/(?:kit|proof)\//.test(pattern)),
    scripts: without(manifest.scripts, ofTheKit.scripts),
    devDependencies: sortedDependencies({
      ...without(manifest.devDependencies, ofTheKit.devDependencies),
      ...packages,
    }),
  }));
}

function without<Value>(
  record: Readonly<Record<string, Value>>,
  names: readonly string[],
): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
}
