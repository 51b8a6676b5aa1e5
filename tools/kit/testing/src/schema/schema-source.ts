import { Migrator } from '@mikro-orm/migrations';
import type { MigrationObject, MikroORM } from '@mikro-orm/postgresql';
import { createOrm, type OrmOptions } from '../orm/create-orm.ts';
import type { DatabaseContent } from '../orm/template-of.ts';

/** An ORM whose entities and migrations should match. */
export interface SchemaSource {
  /** Opens the ORM on a database. */
  readonly open: (url: string) => MikroORM | Promise<MikroORM>;
  /** In the order in which they run. */
  readonly migrations: readonly MigrationObject[];
  /** Statements for objects that entities cannot declare, such as a sequence. */
  readonly extras?: readonly string[];
}

/** Makes a source from a component's database content. */
export function schemaSource({ entities, migrations, orm = {} }: SchemaContent): SchemaSource {
  const options = { migrationsList: [...migrations], snapshot: false, silent: true };
  const extensions = [Migrator, ...(orm.extensions ?? [])];
  // A component may have migrations without entities, for example functions only.
  const discovery = { ...orm.discovery, warnWhenNoEntities: false };
  return {
    migrations,
    open: (url) => createOrm(url, { ...orm, entities, extensions, discovery, migrations: options }),
  };
}

export interface SchemaContent extends Pick<DatabaseContent, 'entities' | 'migrations'> {
  readonly orm?: OrmOptions;
}

export async function withOrm<Result>(
  { open }: Pick<SchemaSource, 'open'>,
  url: string,
  work: (orm: MikroORM) => Promise<Result>,
): Promise<Result> {
  const orm = await open(url);
  try {
    return await work(orm);
  } finally {
    await orm.close(true);
  }
}
