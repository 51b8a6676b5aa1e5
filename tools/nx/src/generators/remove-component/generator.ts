import type { GeneratorCallback, Tree } from '@nx/devkit';
import { checkComponent } from '../contract/lib/normalize-options.ts';
import { allOrNothing } from '../lib/all-or-nothing/all-or-nothing.ts';
import { unlinkPackages } from '../lib/link-packages.ts';
import { unlockPackages } from '../lib/lock-packages.ts';
import { forgetProjects } from '../lib/reference-projects.ts';
import { workspacePackages } from '../lib/workspace-packages.ts';
import { refuseDependents } from './lib/refuse-dependents.ts';
import type { RemoveComponentSchema } from './schema.d.ts';

export default allOrNothing(removeComponentGenerator);

/** Takes a component away with all that the generator of components entered for it. */
async function removeComponentGenerator(
  tree: Tree,
  schema: RemoveComponentSchema,
): Promise<GeneratorCallback> {
  const component = checkComponent(tree, schema.name);
  const root = `libs/${component}`;
  const packages = new Map(
    [...workspacePackages(tree)].filter(([, folder]) => folder.startsWith(`${root}/`)),
  );
  refuseDependents(tree, component, [...packages.keys()]);
  tree.delete(root);
  if (tree.children('libs').length === 0) tree.write('libs/.gitkeep', '');
  forgetProjects(tree, root);
  unlockPackages(tree, packages);
  return () => {
    unlinkPackages(tree.root, packages);
  };
}
