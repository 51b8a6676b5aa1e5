import pg from 'pg';

/**
 * Queries the database of an API as superuser, past row-level security, on a connection that is closed afterwards.
 *
 * @example
 * const { rows } = await asAdmin(api, (admin) => admin.query('select slug from organizations'));
 */
export async function asAdmin<Result>(
  { adminUrl }: { readonly adminUrl: string },
  work: (admin: pg.Client) => Promise<Result>,
): Promise<Result> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

/**
 * Runs work while a table has another name, so that the API fails on it.
 *
 * @example
 * const { status } = await withoutTable(api, 'invitations', () => owner.caller.get(path));
 * expect(status).toBe(500);
 */
export function withoutTable<Result>(
  database: { readonly adminUrl: string },
  table: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const [name, away] = [pg.escapeIdentifier(table), pg.escapeIdentifier(`${table}_away`)];
  return asAdmin(database, async (admin) => {
    await admin.query(`alter table ${name} rename to ${away}`);
    try {
      return await work();
    } finally {
      await admin.query(`alter table ${away} rename to ${name}`);
    }
  });
}
