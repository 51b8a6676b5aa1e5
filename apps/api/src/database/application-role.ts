import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Grants the API's role the rights to read and write the tables and to read the list of migrations. The role owns no
 * table, so that row-level security applies to it. Creates the role if it does not exist and the owner may create it.
 */
export async function prepareApplicationRole(em: EntityManager, applicationUrl: string): Promise<void> {
  const { username, password } = new URL(applicationUrl);
  const name = decodeURIComponent(username);
  const role = quoteName(name);
  const [known] = await em.execute(`select 1 from pg_roles where rolname = ${quoteText(name)}`);
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
