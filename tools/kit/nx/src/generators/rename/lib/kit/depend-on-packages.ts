import { type Tree, updateJson } from '@nx/devkit';
import { sortedDependencies } from '../../../lib/sorted-dependencies.ts';
import { isKitSource } from './kit-sources.ts';
import { pruned } from './pruned.ts';

type Named<Value> = Readonly<Record<string, Value>>;

interface Manifest {
  readonly workspaces: readonly string[];
  readonly scripts: Named<string>;
  readonly devDependencies: Named<string>;
  readonly overrides?: Named<unknown> | undefined;
  readonly vouch?: Named<unknown> | undefined;
}

/** Scripts, checks and overrides that are about the kit, and packages that the kit brings itself. */
const ofTheKit = {
  overrides: ['verdaccio'],
  scripts: ['bench', 'docs', 'pack'],
  checks: ['documents'],
  devDependencies: ['@nx/devkit', '@nx/eslint-plugin', '@vitest/eslint-plugin', 'typescript-eslint'],
};

/** Makes the workspace depend on the packages of the kit in place of its sources. Settings that the owner added stay. */
export function dependOnPackages(tree: Tree, packages: Named<string>): void {
  updateJson<Manifest>(tree, 'package.json', (manifest) => ({
    ...manifest,
    workspaces: manifest.workspaces.filter((pattern) => !isKitSource(pattern)),
    scripts: pruned(manifest.scripts, ofTheKit.scripts) ?? {},
    devDependencies: sortedDependencies({
      ...pruned(manifest.devDependencies, ofTheKit.devDependencies),
      ...packages,
    }),
    overrides: pruned(manifest.overrides, ofTheKit.overrides),
    vouch: pruned({
      ...manifest.vouch,
      checks: pruned(manifest.vouch?.['checks'] as Named<unknown> | undefined, ofTheKit.checks),
    }),
  }));
}
