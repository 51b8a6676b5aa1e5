import { readJson, type Tree } from '@nx/devkit';
import { parseNames } from '../../lib/parse-names.ts';
import type { RemoveSamplesSchema } from '../schema.d.ts';

export interface RemoveSamplesOptions {
  /** The components to remove. */
  readonly samples: readonly string[];
  readonly kept: readonly string[];
}

export function normalizeOptions(tree: Tree, { keep }: RemoveSamplesSchema): RemoveSamplesOptions {
  const present = tree
    .children('libs')
    .filter((name) => isSample(tree, name))
    .toSorted();
  const kept = parseNames(keep);
  const unknown = kept.find((name) => !present.includes(name));
  if (unknown !== undefined) {
    throw new Error(
      `There is no sample ${JSON.stringify(unknown)} to keep. Nothing was written. Expected ${present.length === 0 ? 'none, because no sample exists' : `one of: ${present.join(', ')}`}. ` +
        'Preview the removal: nx g remove-samples --dry-run',
    );
  }
  return { samples: present.filter((name) => !kept.includes(name)), kept };
}

/** True if the package.json of the contract contains `"vouch": { "sample": true }`. */
function isSample(tree: Tree, component: string): boolean {
  const manifest = `libs/${component}/contract/package.json`;
  return (
    tree.isFile(manifest) && readJson<{ vouch?: { sample?: boolean } }>(tree, manifest).vouch?.sample === true
  );
}
