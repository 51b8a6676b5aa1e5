import { type Tree, updateJson } from '@nx/devkit';
import { sortedDependencies } from '../../../lib/sorted-dependencies.ts';

interface Manifest {
  readonly workspaces: readonly string[];
  readonly scripts: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly overrides?: Readonly<Record<string, unknown>>;
  readonly vouch?: { readonly checks?: Readonly<Record<string, unknown>> };
}

/** Scripts, checks and overrides that are about the kit, and packages that the kit brings itself. */
const ofTheKit = {
  overrides: ['verdaccio'],
  scripts: ['bench', 'docs', 'pack'],
  devDependencies: ['@nx/devkit', '@nx/eslint-plugin', '@vitest/eslint-plugin', 'typescript-eslint'],
};

/** Has the workspace depend on the packages of the kit, and forget its sources. */
export function dependOnPackages(tree: Tree, packages: Readonly<Record<string, string>>): void {
  updateJson<Manifest>(tree, 'package.json', ({ vouch: _checks, overrides = {}, ...manifest }) => ({
    ...manifest,
    ...withOverrides(without(overrides, ofTheKit.overrides)),
    workspaces: manifest.workspaces.filter((pattern) => !/^tools\/(?:kit|proof)\//.test(pattern)),
    scripts: without(manifest.scripts, ofTheKit.scripts),
    devDependencies: sortedDependencies({
      ...without(manifest.devDependencies, ofTheKit.devDependencies),
      ...packages,
    }),
  }));
}

function withOverrides(overrides: Readonly<Record<string, unknown>>): Pick<Manifest, 'overrides'> {
  return Object.keys(overrides).length === 0 ? {} : { overrides };
}

function without<Value>(
  record: Readonly<Record<string, Value>>,
  names: readonly string[],
): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
}
