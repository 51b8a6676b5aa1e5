/** A table with the column that names the organization of a row. A table without one belongs to all organizations. */
export interface Table {
  readonly name: string;
  readonly owner: 'organization_id' | 'id' | null;
}

export const tablesSql = `
  select c.relname as name, case when c.relname = 'organizations' then 'id' when exists (
    select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id') then 'organization_id' end as owner
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not like '%migrations'
  order by c.relname`;

/** The foreign keys: the reference database cascades changes as the original does. */
export const foreignKeysSql = `
  select conrelid::regclass::text as name, pg_get_constraintdef(oid) as definition
  from pg_constraint where connamespace = 'public'::regnamespace and contype = 'f'`;

/** Returns a condition that is true for rows of the tenant and for rows that belong to all. */
export function isOwn({ owner }: Table, tenant: string): string {
  return owner === null ? 'true' : `${owner} = '${tenant}'`;
}

/** Creates the tables of the reference database, and a copy of all rows from which both databases are reset. */
export function copyTables(tables: readonly Table[]): string {
  return [
    'create schema reference; create schema original',
    ...tables.map(({ name }) => `create table reference.${name} (like public.${name} including all)`),
    ...tables.map(({ name }) => `create table original.${name} as table public.${name}`),
  ].join(';');
}

export function resetTables(tables: readonly Table[], tenant: string): string {
  const fill = tables.flatMap((table) => [
    `delete from public.${table.name}`,
    `delete from reference.${table.name}`,
    `insert into public.${table.name} table original.${table.name}`,
    `insert into reference.${table.name} select * from original.${table.name} where ${isOwn(table, tenant)}`,
  ]);
  return `begin; set local session_replication_role = replica; ${fill.join(';')}; commit`;
}

/** Selects the tables in which the tenant's rows differ from the reference, or other tenants' rows from the original. */
export function differencesSql(tables: readonly Table[], tenant: string): string {
  return tables
    .map((table) => {
      const own = `select * from public.${table.name} where ${isOwn(table, tenant)}`;
      const othersIn = (schema: string) =>
        `select * from ${schema}.${table.name} where not (${isOwn(table, tenant)})`;
      return `select '${table.name}' as name where ${differ(own, `table reference.${table.name}`)} or ${differ(othersIn('public'), othersIn('original'))}`;
    })
    .join(' union all ');
}

function differ(one: string, other: string): string {
  return `exists ((${one}) except all (${other})) or exists ((${other}) except all (${one}))`;
}
