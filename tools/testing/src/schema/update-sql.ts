import type { MikroORM } from '@mikro-orm/postgresql';

/** The statements by which MikroORM would make a database what the entities declare; nothing where it is that already. */
export async function updateSql(orm: MikroORM): Promise<string> {
  const sql = await orm.schema.getUpdateSchemaSQL({ wrap: false });
  // MikroORM leaves this global behind.
  Reflect.deleteProperty(globalThis, 'idx');
  return sql.trim();
}
