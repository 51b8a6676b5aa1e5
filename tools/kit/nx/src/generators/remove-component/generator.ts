import type { GeneratorCallback, Tree } from '@nx/devkit';
import { checkComponent } from '../lib/components-in.ts';
import { allOrNothing } from '../lib/all-or-nothing/all-or-nothing.ts';
import { unlinkPackages } from '../lib/link-packages.ts';
import { takeComponentAway } from '../lib/take-component-away.ts';
import type { RemoveComponentSchema } from './schema.d.ts';

export default allOrNothing(removeComponentGenerator);

/** Takes a component away with all that the generator of components entered for it. */
async function removeComponentGenerator(
  tree: Tree,
  schema: RemoveComponentSchema,
): Promise<GeneratorCallback> {
  const packages = await takeComponentAway(tree, checkComponent(tree, schema.name));
  return () => {
    unlinkPackages(tree.root, packages);
  };
}
