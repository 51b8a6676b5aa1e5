import type pg from 'pg';

type Row = Readonly<Record<string, string>>;

/** Tables of tenants that need no protection, each with its reason. */
export const exemptions: Readonly<Record<string, string>> = {
  delivery_queue: 'holds ids and times alone; what is due has to be found across tenants',
};

/**
 * What is missing, by PostgreSQL's own tables, for tenants to be apart: row-level security enabled and forced, policies
 * for reading and writing, composite keys, and an application role that can go around none of it.
 */
export async function tenantFaults(client: pg.Client): Promise<string[]> {
  const faults: string[] = [];
  for (const { sql, fault } of checks) faults.push(...(await client.query<Row>(sql)).rows.map(fault));
  return faults
    .filter((fault) => !Object.keys(exemptions).some((table) => fault.startsWith(`${table} `)))
    .toSorted();
}

interface Check {
  readonly sql: string;
  readonly fault: (row: Row) => string;
}

/** Tables that belong to organizations, and the organizations themselves. */
const owned = `
  select c.oid, c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p') and (c.relname = 'organizations' or exists (
    select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped))`;

const checks: readonly Check[] = [
  {
    sql: `select name from (${owned}) t where not enabled`,
    fault: ({ name }) => `${name} has row-level security switched off`,
  },
  {
    sql: `select name from (${owned}) t where not forced`,
    fault: ({ name }) => `${name} does not force row-level security on its owner`,
  },
  {
    sql: `select name, command from (${owned}) t cross join (values ('r'), ('a'), ('w'), ('d')) as commands (command)
      where not exists (select from pg_policy p where p.polrelid = t.oid and p.polpermissive
        and p.polcmd in ('*', command::"char")
        and pg_get_expr(coalesce(p.polwithcheck, p.polqual), p.polrelid) like '%app_organization_id()%')`,
    fault: ({ name, command }) => `${name} has no policy by organization for ${commandNames[command ?? '']}`,
  },
  {
    sql: `select name, p.polname as policy from (${owned}) t join pg_policy p on p.polrelid = t.oid
      where pg_get_expr(p.polqual, p.polrelid) not like '%app_organization_id()%'
        and pg_get_expr(p.polqual, p.polrelid) not like '%app_user_id()%'
        or pg_get_expr(p.polwithcheck, p.polrelid) = 'true'`,
    fault: ({ name, policy }) =>
      `${name} has the policy ${policy}, which lets through more than a tenant's own rows`,
  },
  {
    sql: `select name from (${owned}) t where name <> 'organizations' and not exists (
      select from pg_index i where i.indrelid = t.oid and i.indisunique and (
        select array_agg(a.attname::text order by a.attname) from pg_attribute a
        where a.attrelid = t.oid and a.attnum = any (i.indkey)) = array['id', 'organization_id'])`,
    fault: ({ name }) => `${name} has no unique key (organization_id, id) for others to refer to`,
  },
  {
    sql: `select t.name, k.conname as key from (${owned}) t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
      join (${owned}) parent on parent.oid = k.confrelid and parent.name <> 'organizations'
      where not exists (select from pg_attribute a
        where a.attrelid = t.oid and a.attnum = any (k.conkey) and a.attname = 'organization_id')`,
    fault: ({ name, key }) => `${name} has the foreign key ${key}, which can reach into another tenant`,
  },
  {
    sql: `select rolname as name from pg_roles where rolname = 'vouch_app' and (rolsuper or rolbypassrls)`,
    fault: ({ name }) => `${name} is a role that bypasses row-level security`,
  },
  {
    sql: `select relname as name from pg_class where pg_get_userbyid(relowner) = 'vouch_app'`,
    fault: ({ name }) => `${name} belongs to the application’s role, which could switch its protection off`,
  },
];

const commandNames: Readonly<Record<string, string>> = {
  r: 'reading',
  a: 'inserting',
  w: 'updating',
  d: 'deleting',
};
