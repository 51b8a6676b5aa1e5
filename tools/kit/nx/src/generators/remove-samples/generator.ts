import type { GeneratorCallback, Tree } from '@nx/devkit';
import { allOrNothing } from '../lib/all-or-nothing/all-or-nothing.ts';
import { unlinkGone } from '../lib/link-packages.ts';
import { takeComponentAway } from '../lib/take-component-away.ts';
import { normalizeOptions } from './lib/normalize-options.ts';
import { refuseEdited } from './lib/refuse-edited.ts';
import { removePassages } from './lib/remove-passages.ts';
import type { RemoveSamplesSchema } from './schema.d.ts';

export default allOrNothing(removeSamplesGenerator);

/** Takes the sample components away, and leaves a workspace to begin one's own in. */
async function removeSamplesGenerator(tree: Tree, schema: RemoveSamplesSchema): Promise<GeneratorCallback> {
  const { samples, kept } = normalizeOptions(tree, schema);
  refuseEdited(tree, samples);
  await removePassages(tree, samples);
  for (const sample of samples) await takeComponentAway(tree, sample);
  console.log(`\n${summary(samples, kept, tree.children('libs').toSorted())}\n`);
  return () => {
    unlinkGone(tree.root);
  };
}

function summary(samples: readonly string[], kept: readonly string[], left: readonly string[]): string {
  if (samples.length === 0)
    return `No samples are left to remove${kept.length > 0 ? `; kept: ${kept.join(', ')}` : ''}.`;
  return (
    `Removed: ${samples.join(', ')}. Kept: ${left.join(', ')}, the API and the kit.\n` +
    'Begin your own: npx nx g component billing --entity=Invoice --route'
  );
}
