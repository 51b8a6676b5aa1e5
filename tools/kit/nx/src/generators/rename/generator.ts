import type { GeneratorCallback, Tree } from '@nx/devkit';
import { allOrNothing } from '../lib/all-or-nothing/all-or-nothing.ts';
import { linkPackages, unlinkRemoved } from '../lib/link-packages.ts';
import { workspacePackages } from '../lib/workspace-packages.ts';
import { installKit } from './lib/kit/install-kit.ts';
import { replaceKit } from './lib/kit/replace-kit.ts';
import { normalizeOptions } from './lib/normalize-options.ts';
import { removeTemplate } from './lib/remove-template.ts';
import { renameFiles } from './lib/rename-files.ts';
import type { RenameSchema } from './schema.d.ts';

export default allOrNothing(renameGenerator);

/** Makes a clone one's own: scope and name, everywhere outside the kit, and packages in place of the kit's sources. */
async function renameGenerator(tree: Tree, schema: RenameSchema): Promise<GeneratorCallback> {
  const options = normalizeOptions(tree, schema);
  await renameFiles(tree, options);
  if (options.isNamed) await removeTemplate(tree, options);
  if (options.replacesKit) await replaceKit(tree);
  return () => {
    unlinkRemoved(tree.root);
    linkPackages(tree.root, workspacePackages(tree));
    if (options.replacesKit) installKit(tree.root);
  };
}
