import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Lets the role that the API runs as read and write the tables, and see which migrations have run: it owns none, so that
 * row-level security holds for it. Where the role does not exist it is made, if the owner may do that.
 */
export async function prepareApplicationRole(em: EntityManager, applicationUrl: string): Promise<void> {
  const { username, password } = new URL(applicationUrl);
  const role = quoteName(decodeURIComponent(username));
  const [known] = await em.execute('select 1 from pg_roles where rolname = ?', [
    decodeURIComponent(username),
  ]);
  if (!known) {
    const secret = quoteText(decodeURIComponent(password));
    await em.execute(
      `create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole password ${secret}`,
    );
  }
  await em.execute(`grant select, insert, update, delete on all tables in schema public to ${role}`);
  await em.execute(`revoke insert, update, delete on migrations from ${role}`);
}

function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
