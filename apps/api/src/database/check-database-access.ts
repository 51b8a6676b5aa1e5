import type { MikroORM } from '@mikro-orm/postgresql';
import type pg from 'pg';

/**
 * Returns the problem that will keep this process from using the database, if there is one. An unreachable database is
 * no such problem: it may come back.
 */
export async function checkDatabaseAccess(orm: MikroORM): Promise<string[]> {
  const pool = await orm.em.getConnection().getNativeClient();
  try {
    (await pool.connect()).release();
    return [];
  } catch (error) {
    const { code = '', message } = error as pg.DatabaseError;
    const isPermanent = error instanceof UnsafeRoleError || permanentCodes.has(code);
    return isPermanent ? [`DATABASE_URL cannot be used: ${message}`] : [];
  }
}

/** No such role, a wrong password, no such database, no right to connect to it. */
const permanentCodes = new Set(['28000', '28P01', '3D000', '42501']);

class UnsafeRoleError extends Error {
  override readonly name = 'UnsafeRoleError';

  constructor(role: string) {
    super(
      `row-level security does not apply to its role ${role}, which could read the rows of every tenant. ` +
        'Use the role that apps/api/src/migrate.ts creates, or revoke SUPERUSER and BYPASSRLS from this one',
    );
  }
}

/** For a pool: rejects connections whose role bypasses row-level security. */
export function rejectUnsafeRole(client: pg.PoolClient, done: (error?: Error) => void): void {
  client
    .query<{ unsafe: string }>(unsafeRole)
    .then(({ rows: [role] }) => done(role && new UnsafeRoleError(role.unsafe)), done);
}

const unsafeRole =
  'select rolname as unsafe from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)';
