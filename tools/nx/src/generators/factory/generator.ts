import type { Tree } from '@nx/devkit';
import { allOrNothing } from '../lib/all-or-nothing/all-or-nothing.ts';
import { refuseDirty } from '../lib/refuse-dirty.ts';
import { normalizeOptions } from './lib/normalize-options.ts';
import { writeFactories } from './lib/write-factories.ts';
import type { FileEntry } from './lib/write/file-entry.ts';
import { entriesAsJson, showEntries, sumsOf } from './lib/write/show-entries.ts';
import type { FactorySchema } from './schema.d.ts';

export default allOrNothing(factoryGenerator);

/** Makes the factories of a component's entities, or brings them up to date. */
async function factoryGenerator(tree: Tree, schema: FactorySchema): Promise<void> {
  const options = normalizeOptions(tree, schema);
  const entries = await writeFactories(tree, options);
  console.log(options.json ? entriesAsJson(entries) : `\n${showEntries(entries)}\n`);
  if (options.check) refuseParted(entries, options.component);
  else if (!options.allowDirty) refuseDirty(tree);
}

function refuseParted(entries: readonly FileEntry[], component: string): void {
  if (entries.every(({ action, state }) => action === 'leave' && state !== 'orphaned')) return;
  throw new Error(
    `The factories of ${component} and its entities have parted: ${sumsOf(entries)}. Nothing was written. Expected nothing to do. ` +
      `Bring them together with: nx g factory ${component}`,
  );
}
