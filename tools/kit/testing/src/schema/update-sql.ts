import type { MikroORM } from '@mikro-orm/postgresql';

/** The statements of MikroORM's next migration; empty if the database matches the entities. */
export interface UpdateSql {
  readonly up: string;
  /** MikroORM compares this direction separately, so it may have statements even if `up` is empty. */
  readonly down: string;
}

export async function updateSql(orm: MikroORM): Promise<UpdateSql> {
  const { up, down } = await orm.schema.getUpdateSchemaMigrationSQL({ wrap: false });
  // MikroORM leaves this global variable behind.
  Reflect.deleteProperty(globalThis, 'idx');
  return { up: up.trim(), down: down.trim() };
}
