import type { GeneratorCallback, Tree } from '@nx/devkit';
import { requireComponent } from '../lib/components.ts';
import { allOrNothing } from '../lib/all-or-nothing/all-or-nothing.ts';
import { unlinkPackages } from '../lib/link-packages.ts';
import { removeComponent } from '../lib/remove-component.ts';
import type { RemoveComponentSchema } from './schema.d.ts';

export default allOrNothing(removeComponentGenerator);

/** Removes a component and everything that the component generator registered for it. */
async function removeComponentGenerator(
  tree: Tree,
  schema: RemoveComponentSchema,
): Promise<GeneratorCallback> {
  const packages = await removeComponent(tree, requireComponent(tree, schema.name));
  return () => {
    unlinkPackages(tree.root, packages);
  };
}
