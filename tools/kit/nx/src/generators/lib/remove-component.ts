import type { Tree } from '@nx/devkit';
import { unregisterComponent } from './api-registration.ts';
import { removeFromLockfile } from './lockfile.ts';
import { removeProjectReferences } from './project-references.ts';
import { requireNoDependents } from './require-no-dependents.ts';
import { removeDependencies } from './remove-dependency.ts';
import { packageNameOf, workspacePackages } from './workspace-packages.ts';

/** Packages that compose components and drop a removed one. */
const composers = ['apps/api', 'apps/api-e2e'];

/**
 * Removes a component and everything that the component generator registered for it. Returns its packages with their
 * folders.
 */
export async function removeComponent(tree: Tree, component: string): Promise<ReadonlyMap<string, string>> {
  const root = `libs/${component}`;
  const packages = new Map(
    [...workspacePackages(tree)].filter(([, folder]) => folder.startsWith(`${root}/`)),
  );
  await unregisterComponent(tree, component, packageNameOf(tree, `${root}/contract`));
  for (const composer of composers) await removeDependencies(tree, composer, packages);
  requireNoDependents(tree, component, [...packages.keys()]);
  tree.delete(root);
  if (tree.children('libs').length === 0) tree.write('libs/.gitkeep', '');
  removeProjectReferences(tree, 'tsconfig.json', root);
  removeFromLockfile(tree, packages);
  return packages;
}
