/** The tables of an organization are told by a column, the organizations by their id; other tables belong to all. */
export interface Table {
  readonly name: string;
  /** The column that says whose a row is. */
  readonly owner: 'organization_id' | 'id' | null;
}

export const tablesSql = `
  select c.relname as name, case when c.relname = 'organizations' then 'id' when exists (
    select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id') then 'organization_id' end as owner
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not like '%migrations'
  order by c.relname`;

/** The foreign keys, so that what follows from a change follows in the other world as well. */
export const foreignKeysSql = `
  select conrelid::regclass::text as name, pg_get_constraintdef(oid) as definition
  from pg_constraint where connamespace = 'public'::regnamespace and contype = 'f'`;

/** Whether a row is the tenant's, or everybody's. */
export function isOwn({ owner }: Table, tenant: string): string {
  return owner === null ? 'true' : `${owner} = '${tenant}'`;
}

/** A world in which the other tenants never were, and a copy of how everything was at first. */
export function makeWorlds(tables: readonly Table[]): string {
  return [
    'create schema alone; create schema first',
    ...tables.map(({ name }) => `create table alone.${name} (like public.${name} including all)`),
    ...tables.map(({ name }) => `create table first.${name} as table public.${name}`),
  ].join(';');
}

export function resetWorlds(tables: readonly Table[], tenant: string): string {
  const fill = tables.flatMap((table) => [
    `delete from public.${table.name}`,
    `delete from alone.${table.name}`,
    `insert into public.${table.name} table first.${table.name}`,
    `insert into alone.${table.name} select * from first.${table.name} where ${isOwn(table, tenant)}`,
  ]);
  return `begin; set local session_replication_role = replica; ${fill.join(';')}; commit`;
}

/** The tables in which the tenant's rows are not those of the world alone, or the others' not as they were at first. */
export function differencesSql(tables: readonly Table[], tenant: string): string {
  return tables
    .map((table) => {
      const own = `select * from public.${table.name} where ${isOwn(table, tenant)}`;
      const othersIn = (schema: string) =>
        `select * from ${schema}.${table.name} where not (${isOwn(table, tenant)})`;
      return `select '${table.name}' as name where ${differ(own, `table alone.${table.name}`)} or ${differ(othersIn('public'), othersIn('first'))}`;
    })
    .join(' union all ');
}

function differ(one: string, other: string): string {
  return `exists ((${one}) except all (${other})) or exists ((${other}) except all (${one}))`;
}
