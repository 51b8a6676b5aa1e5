import { readJson, type Tree } from '@nx/devkit';
import { packageNameOf, workspacePackages } from '../../lib/workspace-packages.ts';
import { type FactoryFiles, filesOf } from './factory-files.ts';
import { type KnownTenancy, tenancyIn } from './tenancy/tenancy-in.ts';

/** A component whose factories this component can use. */
export interface Upstream {
  readonly component: string;
  /** The package of its test library. */
  readonly package: string;
  readonly files: FactoryFiles;
  /** Its entities with factories. */
  readonly entities: readonly string[];
  readonly tenancy: KnownTenancy | undefined;
}

/** Returns the components on which a component builds that have factories. */
export function readUpstream(tree: Tree, component: string): Upstream[] {
  return componentsBelow(tree, component).flatMap((name) => {
    const files = filesOf(name);
    const text = tree.read(files.all, 'utf-8');
    if (text === null) return [];
    const entities = [...text.matchAll(/^ {2}\w+: (\w+)Factory,$/gm)].map(([, entity = '']) => entity);
    const tenancy = tenancyIn(tree, files.tenancy);
    return [{ component: name, package: packageNameOf(tree, files.library), files, entities, tenancy }];
  });
}

/**
 * Returns the components on which a component builds, directly or indirectly: those whose contracts its app library uses,
 * and those whose test libraries its own uses.
 */
export function componentsBelow(tree: Tree, component: string, seen = new Set([component])): string[] {
  const direct = ['app', 'test']
    .flatMap((library) => componentsUsedBy(tree, `libs/${component}/${library}/package.json`))
    .filter((name) => !seen.has(name) && seen.add(name));
  return [...direct, ...direct.flatMap((name) => componentsBelow(tree, name, seen))];
}

function componentsUsedBy(tree: Tree, manifest: string): string[] {
  if (!tree.isFile(manifest)) return [];
  const { dependencies = {} } = readJson<{ dependencies?: Record<string, string> }>(tree, manifest);
  const packages = workspacePackages(tree);
  return Object.keys(dependencies)
    .map((name) => /^libs\/([^/]+)\/(?:contract|test)$/.exec(packages.get(name) ?? '')?.[1])
    .filter((name) => name !== undefined);
}
