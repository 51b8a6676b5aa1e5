import type { Tree } from '@nx/devkit';
import { leaveApi } from './api-components.ts';
import { unlockPackages } from './lock-packages.ts';
import { forgetProjects } from './reference-projects.ts';
import { refuseDependents } from './refuse-dependents.ts';
import { removeDependencies } from './remove-dependency.ts';
import { packageNameOf, workspacePackages } from './workspace-packages.ts';

/** What composes components and proves the whole: it lets go of one that is taken away. */
const composers = ['apps/api', 'apps/api-e2e'];

/** Takes a component away with all that the generator of components entered for it. Returns its packages and their folders. */
export async function takeComponentAway(tree: Tree, component: string): Promise<ReadonlyMap<string, string>> {
  const root = `libs/${component}`;
  const packages = new Map(
    [...workspacePackages(tree)].filter(([, folder]) => folder.startsWith(`${root}/`)),
  );
  await leaveApi(tree, component, packageNameOf(tree, `${root}/contract`));
  for (const composer of composers) await removeDependencies(tree, composer, packages);
  refuseDependents(tree, component, [...packages.keys()]);
  tree.delete(root);
  if (tree.children('libs').length === 0) tree.write('libs/.gitkeep', '');
  forgetProjects(tree, 'tsconfig.json', root);
  unlockPackages(tree, packages);
  return packages;
}
