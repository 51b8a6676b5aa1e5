import { writeSync } from 'node:fs';
import { acquireServer } from '../../servers/index.ts';
import { withOrm } from '../schema-source.ts';
import { statementsIn } from '../statements-in.ts';
import { updateSql } from '../update-sql.ts';
import { subjectOf } from './workspace-subjects.ts';

/** The statements of a component's next migration. */
export interface SchemaUpdate {
  readonly up: readonly string[];
  readonly down: readonly string[];
}

/** A program for the generator of migrations: writes the update of a component's schema to file descriptor 3. */
const [root = '', component = ''] = process.argv.slice(2);
const { source } = await subjectOf(root, component);
await using server = await acquireServer();
const empty = await server.template({ key: 'empty', build: async () => undefined });
await using database = await empty.clone();
const update = await withOrm(source, database.ownerUrl, async (orm): Promise<SchemaUpdate> => {
  await orm.migrator.up();
  const { up, down } = await updateSql(orm);
  return { up: statementsIn(up), down: statementsIn(down) };
});
writeSync(3, JSON.stringify(update));
