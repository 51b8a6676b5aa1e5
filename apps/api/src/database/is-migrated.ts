import type { MikroORM } from '@mikro-orm/postgresql';
import { migrations } from './connect.ts';

/** Whether all migrations that this version of the API knows have run. */
export async function isMigrated(orm: MikroORM): Promise<boolean> {
  const run = await orm.em.execute<{ name: string }[]>('select name from migrations').catch(() => []);
  const names = new Set(run.map(({ name }) => name));
  return migrations.every(({ name }) => names.has(name));
}
