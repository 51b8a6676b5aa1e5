import type pg from 'pg';

export class UnsafeRoleError extends Error {
  override readonly name = 'UnsafeRoleError';

  constructor(role: string) {
    super(
      `row-level security does not hold for its role ${role}, which would see the rows of every tenant. ` +
        'Name the role that apps/api/src/migrate.ts made, or take SUPERUSER and BYPASSRLS from this one',
    );
  }
}

/** For a pool: asks each new connection for its role, and uses none for which row-level security does not hold. */
export function refuseUnsafeRole(client: pg.PoolClient, done: (refusal?: Error) => void): void {
  client
    .query<{ unsafe: string }>(unsafeRole)
    .then(({ rows: [role] }) => done(role && new UnsafeRoleError(role.unsafe)), done);
}

const unsafeRole =
  'select rolname as unsafe from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)';
