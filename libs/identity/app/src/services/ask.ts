import type { EntityManager } from '@mikro-orm/postgresql';
import { prepared } from './prepared.ts';

/** One statement by itself, past the ORM and for nobody in particular: what every request has to ask before all else. */
export async function ask<Row extends object>(
  em: EntityManager,
  sql: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const pool = await em.getConnection().getNativeClient();
  return (await pool.query<Row>(prepared(sql, values))).rows;
}
