import type { MikroORM } from '@mikro-orm/postgresql';
import type pg from 'pg';
import { UnsafeRoleError } from './refuse-unsafe-role.ts';

/**
 * Why the database will never let this process in, if so. One that is away is no reason not to start: it may come
 * back.
 */
export async function refusedAccess(orm: MikroORM): Promise<string[]> {
  const pool = await orm.em.getConnection().getNativeClient();
  try {
    (await pool.connect()).release();
    return [];
  } catch (error) {
    const { code = '', message } = error as pg.DatabaseError;
    const forGood = error instanceof UnsafeRoleError || refusals.has(code);
    return forGood ? [`DATABASE_URL cannot be used: ${message}`] : [];
  }
}

/** No such role, a wrong password, no such database, no right to connect to it. */
const refusals = new Set(['28000', '28P01', '3D000', '42501']);
