import type { Tree } from '@nx/devkit';
import { allOrNothing } from '../lib/all-or-nothing/all-or-nothing.ts';
import { normalizeOptions } from './lib/normalize-options.ts';
import { readUpdate } from './lib/read-update.ts';
import { writeMigration } from './lib/write-migration.ts';
import type { MigrationSchema } from './schema.d.ts';

export default allOrNothing(migrationGenerator);

/** Writes a migration for entity changes that no migration contains. */
async function migrationGenerator(tree: Tree, schema: MigrationSchema): Promise<void> {
  const options = normalizeOptions(tree, schema);
  const update = readUpdate(tree, options.component);
  await writeMigration(tree, options, update);
}
