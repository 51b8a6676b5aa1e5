import type { GeneratorCallback, Tree } from '@nx/devkit';
import { allOrNothing } from '../lib/all-or-nothing/all-or-nothing.ts';
import { editedFiles } from '../lib/edited-files.ts';
import { unlinkRemoved } from '../lib/link-packages.ts';
import { removeComponent } from '../lib/remove-component.ts';
import { normalizeOptions } from './lib/normalize-options.ts';
import { removeSampleText } from './lib/remove-sample-text.ts';
import type { RemoveSamplesSchema } from './schema.d.ts';

export default allOrNothing(removeSamplesGenerator);

/** Removes the sample components, so that the workspace is ready for new ones. */
async function removeSamplesGenerator(tree: Tree, schema: RemoveSamplesSchema): Promise<GeneratorCallback> {
  const { samples, kept } = normalizeOptions(tree, schema);
  requireUnedited(tree, samples);
  await removeSampleText(tree, samples);
  for (const sample of samples) await removeComponent(tree, sample);
  console.log(`\n${summary(samples, kept, tree.children('libs').toSorted())}\n`);
  return () => {
    unlinkRemoved(tree.root);
  };
}

/** Throws if a sample contains uncommitted work. */
function requireUnedited(tree: Tree, samples: readonly string[]): void {
  const edited = samples.flatMap((sample) => editedFiles(tree, `libs/${sample}`));
  if (edited.length === 0) return;
  throw new Error(
    `The samples contain uncommitted changes: ${edited.join(', ')}. Nothing was written. ` +
      'Expected them to be committed, so that no work is lost. ' +
      `Run: git add ${edited.join(' ')} && git commit. Or keep the sample: --keep.`,
  );
}

function summary(samples: readonly string[], kept: readonly string[], left: readonly string[]): string {
  if (samples.length === 0)
    return `There are no samples to remove${kept.length > 0 ? `; kept: ${kept.join(', ')}` : ''}.`;
  return (
    `Removed: ${samples.join(', ')}. Kept: ${left.join(', ')}, the API and the kit.\n` +
    'Create your own: npx nx g component billing --entity=Invoice --route'
  );
}
