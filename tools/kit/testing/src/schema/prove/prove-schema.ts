import { type EntityMetadata, type EntitySchema, ReferenceKind } from '@mikro-orm/postgresql';
import { describe, expect } from 'vitest';
import { acquireServer } from '../../servers/index.ts';
import type { IsolatedDb } from '../../isolated/isolated-database.ts';
import { schemaDifference } from '../schema-difference.ts';
import { type SchemaContent, schemaSource, withOrm } from '../schema-source.ts';
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
 * Tests that a component's entities and migrations match, and that the comparison overlooks nothing: removing any
 * declaration from the entities, or any object from the database, makes a difference.
 *
 * @example
 * proveSchema(identityTest, identityContent, identityContent.entities);
 */
export function proveSchema(
  test: DatabaseTest,
  content: SchemaContent,
  entities: readonly EntitySchema[],
): void {
  const source = schemaSource(content);

  test('entities and migrations match', slow, async () => {
    await using server = await acquireServer();
    const empty = await server.template({ key: 'empty', build: async () => undefined });
    await expect(schemaDifference(source, empty)).resolves.toEqual({ up: '', down: '', differences: [] });
  });

  test('a missing function is found', slow, ({ isolatedDb }) =>
    withOrm(source, isolatedDb.ownerUrl, async (orm) => {
      await expectEachMissed(orm, routinesOf(orm));
      await expectRemovalsSeen(orm, functionRemovalsIn);
    }),
  );

  for (const { meta } of entities) {
    describe(`of the table ${meta.tableName}`, () => proveTable(test, content, meta.tableName));
  }
}

function proveTable(test: DatabaseTest, content: SchemaContent, table: string): void {
  const source = schemaSource(content);

  test('a missing declaration is found', slow, ({ isolatedDb }) =>
    withOrm(source, isolatedDb.ownerUrl, (orm) => expectEachMissed(orm, declarationsOf(orm, table))),
  );

  test('a missing object in the database is found', slow, ({ isolatedDb }) =>
    withOrm(source, isolatedDb.ownerUrl, (orm) =>
      expectRemovalsSeen(orm, (catalogue) => removalsIn(catalogue, table)),
    ),
  );

  test('a new property adds its column and nothing else', slow, ({ isolatedDb }) => {
    const discovery = { onMetadata: (metadata: EntityMetadata) => addTo(metadata, table) };
    const changed = schemaSource({ ...content, orm: { ...content.orm, discovery } });
    return withOrm(changed, isolatedDb.ownerUrl, async (orm) => {
      await expect(updateSql(orm)).resolves.toEqual({
        up: `alter table "${table}" add "${added.fieldNames[0]}" text null;`,
        down: `alter table "${table}" drop column "${added.fieldNames[0]}";`,
      });
    });
  });
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
