import type { MikroORM } from '@mikro-orm/postgresql';

/** What MikroORM would write into a migration; empty texts where a database is what the entities declare. */
export interface UpdateSql {
  readonly up: string;
  /** It is found out by itself, and can have something where `up` has nothing. */
  readonly down: string;
}

export async function updateSql(orm: MikroORM): Promise<UpdateSql> {
  const { up, down } = await orm.schema.getUpdateSchemaMigrationSQL({ wrap: false });
  // MikroORM leaves this global behind.
  Reflect.deleteProperty(globalThis, 'idx');
  return { up: up.trim(), down: down.trim() };
}
