import type { Tree } from '@nx/devkit';
import { allOrNothing } from '../lib/all-or-nothing/all-or-nothing.ts';
import { requireCommitted } from '../lib/require-committed.ts';
import { componentsWithEntities } from './lib/components-with-entities.ts';
import { normalizeOptions, requireKnownExcluded } from './lib/normalize-options.ts';
import { writeFactories } from './lib/write-factories.ts';
import type { FileEntry } from './lib/write/file-entry.ts';
import { entriesAsJson, showEntries, sumsOf } from './lib/write/show-entries.ts';
import type { FactorySchema } from './schema.d.ts';

export default allOrNothing(factoryGenerator);

/** Creates the factories of entities, or updates them. */
async function factoryGenerator(tree: Tree, schema: FactorySchema): Promise<void> {
  requireKnownExcluded(tree, schema);
  const subjects = schema.subject === 'all' ? componentsWithEntities(tree) : [schema.subject];
  const drifted: string[] = [];
  const all: FileEntry[] = [];
  for (const subject of subjects) {
    const options = normalizeOptions(tree, { ...schema, subject });
    const entries = await writeFactories(tree, options);
    all.push(...entries);
    const heading = subjects.length > 1 ? `${subject}\n` : '';
    const shown = schema.check ? entries.filter((entry) => !isInSync(entry)) : entries;
    if (!schema.json) console.log(`\n${heading}${showEntries(entries, shown)}\n`);
    if (!entries.every(isInSync)) drifted.push(driftMessage(options.component, entries));
  }
  if (schema.json) console.log(entriesAsJson(all));
  if (schema.check && drifted.length > 0) throw new Error(drifted.join('\n'));
  if (!schema.check && !schema.allowDirty) requireCommitted(tree);
}

function isInSync({ action, state }: FileEntry): boolean {
  return action === 'leave' && state !== 'orphaned';
}

function driftMessage(component: string, entries: readonly FileEntry[]): string {
  return (
    `The factories and entities of ${component} are out of sync: ${sumsOf(entries)}. Nothing was written. ` +
    `Run: nx g factory ${component}`
  );
}
