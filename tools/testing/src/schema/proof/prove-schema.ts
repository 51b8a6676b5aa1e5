import { Migrator } from '@mikro-orm/migrations';
import { type EntityMetadata, type EntitySchema, type MikroORM, ReferenceKind } from '@mikro-orm/postgresql';
import { describe, expect } from 'vitest';
import { acquireServer } from '../../database/index.ts';
import type { ComponentDatabaseOptions } from '../../fixtures/component-database.ts';
import type { IsolatedDb } from '../../isolated/isolated-database.ts';
import { createOrm, type OrmOptions } from '../../orm/create-orm.ts';
import { schemaDifference } from '../schema-difference.ts';
import { withOrm } from '../schema-source.ts';
import { updateSql } from '../update-sql.ts';
import { declarationsOf, routinesOf } from './declarations-of.ts';
import { expectEachMissed, expectRemovalsSeen } from './expect-missed.ts';
import { functionRemovalsIn, removalsIn } from './removals-in.ts';

/** A component's `test` with its databases. */
type DatabaseTest = (
  name: string,
  options: { readonly timeout: number },
  run: (fixtures: { isolatedDb: IsolatedDb }) => Promise<void>,
) => void;

const slow = { timeout: 60_000 };

/**
 * Tests that a component's entities and migrations say the same; and that this is found, not overlooked: each declaration
 * that is taken out of the entities, and each thing that is taken out of the database, makes a difference.
 */
export function proveSchema(
  test: DatabaseTest,
  content: ComponentDatabaseOptions,
  entities: readonly EntitySchema[],
): void {
  const within = (db: IsolatedDb, work: (orm: MikroORM) => Promise<void>, more: OrmOptions = {}) =>
    withOrm({ open: (url) => openOrm(url, content, more) }, db.ownerUrl, work);

  test('entities and migrations say the same', slow, async () => {
    await using server = await acquireServer();
    const empty = await server.template({ key: 'empty', build: async () => undefined });
    const source = { open: (url: string) => openOrm(url, content), migrations: content.migrations };
    await expect(schemaDifference(source, empty)).resolves.toEqual({ sql: '', differences: [] });
  });

  test('functions are missed', slow, ({ isolatedDb }) =>
    within(isolatedDb, async (orm) => {
      await expectEachMissed(orm, routinesOf(orm));
      await expectRemovalsSeen(orm, functionRemovalsIn);
    }),
  );

  describe.each(entities.map(({ meta }) => meta.tableName))('of the table %s', (table) => {
    test('declarations are missed in the entity', slow, ({ isolatedDb }) =>
      within(isolatedDb, (orm) => expectEachMissed(orm, declarationsOf(orm, table))),
    );

    test('what it has is missed in the database', slow, ({ isolatedDb }) =>
      within(isolatedDb, (orm) => expectRemovalsSeen(orm, (catalogue) => removalsIn(catalogue, table))),
    );

    test('a new property becomes its column and nothing else', slow, ({ isolatedDb }) =>
      within(
        isolatedDb,
        async (orm) => {
          await expect(updateSql(orm)).resolves.toBe(
            `alter table "${table}" add "${added.fieldNames[0]}" text null;`,
          );
        },
        { discovery: { onMetadata: (metadata) => addTo(metadata, table) } },
      ),
    );
  });
}

function openOrm(
  url: string,
  { entities, migrations, orm = {} }: ComponentDatabaseOptions,
  more: OrmOptions = {},
): MikroORM {
  const options = { migrationsList: [...migrations], snapshot: false, silent: true };
  const extensions = [Migrator, ...(orm.extensions ?? [])];
  return createOrm(url, { ...orm, ...more, entities, extensions, migrations: options });
}

const added = {
  name: 'addedForProof',
  kind: ReferenceKind.SCALAR,
  type: 'text',
  fieldNames: ['added_for_proof'],
  columnTypes: ['text'],
  nullable: true,
};

function addTo(metadata: EntityMetadata, table: string): void {
  if (metadata.tableName === table) Object.assign(metadata.properties, { [added.name]: { ...added } });
}
