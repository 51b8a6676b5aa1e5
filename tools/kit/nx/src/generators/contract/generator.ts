import type { Tree } from '@nx/devkit';
import { allOrNothing } from '../lib/all-or-nothing/all-or-nothing.ts';
import { formatCreated } from '../lib/format-created.ts';
import { nameForms } from '../lib/name-forms.ts';
import { normalizeOptions as planOptions } from '../test-skeleton/lib/normalize-options.ts';
import { prepareSkeleton } from '../test-skeleton/lib/prepare-skeleton.ts';
import { normalizeOptions } from './lib/normalize-options.ts';
import { writeContract } from './lib/write-contract.ts';
import type { ContractSchema } from './schema.d.ts';

export default allOrNothing(contractGenerator);

/** Adds a contract to a component. */
async function contractGenerator(tree: Tree, schema: ContractSchema): Promise<void> {
  const options = normalizeOptions(tree, schema);
  await writeContract(tree, options);
  await (
    await prepareSkeleton(
      tree,
      planOptions(tree, { component: options.component, only: nameForms(options.name).className }),
    )
  ).write();
  await formatCreated(tree, `libs/${options.component}`);
}
