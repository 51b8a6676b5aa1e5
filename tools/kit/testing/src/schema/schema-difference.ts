import type { MikroORM } from '@mikro-orm/postgresql';
import type { Template } from '../servers/index.ts';
import { type CatalogueEntry, type Query, readCatalogue } from './catalogue.ts';
import { compareCatalogues, type Difference } from './compare-catalogues.ts';
import { createFromEntities } from './create-from-entities.ts';
import { type SchemaSource, withOrm } from './schema-source.ts';
import { updateSql, type UpdateSql } from './update-sql.ts';

export interface SchemaDifference extends UpdateSql {
  /** Differences between a database created from the entities and one created by the migrations. */
  readonly differences: readonly Difference[];
}

/** Compares entities with migrations on two databases, cloned from an empty template. */
export async function schemaDifference(source: SchemaSource, empty: Template): Promise<SchemaDifference> {
  await using migrated = await empty.clone();
  await using declared = await empty.clone();
  const { update, catalogue, extensions } = await migrate(source, migrated.ownerUrl);
  const ofEntities = await declare(source, declared.ownerUrl, extensions);
  return { ...update, differences: compareCatalogues(ofEntities, catalogue) };
}

function migrate(source: SchemaSource, url: string) {
  return withOrm(source, url, async (orm) => {
    for (const { name } of source.migrations) await orm.migrator.up({ migrations: [name] });
    const update = await updateSql(orm);
    const extensions = await execute(orm)<{ name: string }>(
      `select extname as name from pg_extension order by oid`,
    );
    return {
      update,
      extensions: extensions.map(({ name }) => name),
      catalogue: await catalogueOf(orm),
    };
  });
}

/** Takes extensions from the migrated database: entities cannot declare them, but may use their types. */
function declare(
  source: SchemaSource,
  url: string,
  extensions: readonly string[],
): Promise<CatalogueEntry[]> {
  return withOrm(source, url, async (orm) => {
    for (const name of extensions) await execute(orm)(`create extension if not exists "${name}"`);
    await createFromEntities(orm);
    for (const statement of source.extras ?? []) await execute(orm)(statement);
    return catalogueOf(orm);
  });
}

function catalogueOf(orm: MikroORM): Promise<CatalogueEntry[]> {
  return readCatalogue(execute(orm), orm.config.get('migrations').tableName ?? '');
}

function execute(orm: MikroORM): Query {
  return (sql) => orm.em.getConnection().execute(sql);
}
