import type { Query } from '../catalogue.ts';
import { type TenantTables, withTenantTables } from './tenant-tables.ts';

/** A fact of the catalogue that separates tenants. */
export interface Protection {
  /** Identifies the table or function, even after a rename. */
  readonly oid: number;
  readonly name: string;
  /** The protecting object, such as `policy tenant on alerts`. */
  readonly object: string;
  readonly fact: string;
  /** Identifies the fact, even after a rename. */
  readonly key: string;
}

/** Every table has an entry with this key. */
const isThere = 'is there';

export function readProtections(query: Query, tables: TenantTables): Promise<Protection[]> {
  return query<Protection>(`${withTenantTables(tables)} ${selects(tables).join(' union all ')}`);
}

/** Returns the protections that existing tables have lost. A table that was dropped and created again counts as existing. */
export function lostProtections(before: readonly Protection[], after: readonly Protection[]): Protection[] {
  return before.filter((lost) => {
    const kept = after.filter(({ oid }) => oid === lost.oid);
    const recreated = after.filter(({ name }) => name === lost.name);
    if (kept.some(({ key }) => key === lost.key)) return false;
    if (kept.length > 0) return true;
    return (
      recreated.length > 0 &&
      !recreated.some(({ object, fact }) => object === lost.object && fact === lost.fact)
    );
  });
}

const columnsOf = (numbers: string, table: string): string => `(
  select string_agg(attname, ', ' order by ordinality) from unnest(${numbers}) with ordinality as keys (number, ordinality)
  join pg_attribute on attrelid = ${table} and attnum = number)`;

/** A policy's key includes the functions and operators that it calls: a search path can make others look the same. */
const selects = ({ column }: TenantTables): string[] => [
  `select oid::int, name, 'table ' || name as object, '${isThere}' as fact, '${isThere}' as key from tables`,
  `select oid::int, name, 'table ' || name, 'row-level security', 'enabled' from tables where relrowsecurity`,
  `select oid::int, name, 'table ' || name, 'forced row-level security', 'forced' from tables
    where relforcerowsecurity`,
  `select oid::int, name, 'table ' || name, 'the column ${column}', 'column' from owned where tenant is not null`,
  `select oid::int, name, 'table ' || name, 'the owner ' || relowner::regrole, 'owner ' || relowner from owned`,
  `select table_oid::int, table_name, 'policy ' || quote_ident(polname) || ' on ' || table_name, fact, polname || fact || calls::text
    from policies, lateral (select concat_ws(' ', 'the definition', case when polpermissive then 'permissive' else 'restrictive' end,
      'for', polcmd::text, 'to', polroles::regrole[]::text, 'using', rows_seen, 'with check', rows_written) as fact) facts`,
  `select o.oid::int, name, 'key (' || columns || ') on ' || name, 'a unique index', 'key ' || columns
    from pg_index i join owned o on o.oid = i.indrelid, lateral ${columnsOf('i.indkey', 'o.oid')} keys (columns)
    where i.indisunique and i.indpred is null and o.tenant = any (i.indkey)`,
  `select o.oid::int, o.name, 'foreign key (' || columns || ') on ' || o.name, 'the target ' || r.name || ' (' || target || ')',
      'foreign key ' || columns || ' ' || r.oid || ' ' || target
    from pg_constraint k join owned o on o.oid = k.conrelid join tables r on r.oid = k.confrelid,
      lateral ${columnsOf('k.conkey', 'o.oid')} keys (columns), lateral ${columnsOf('k.confkey', 'r.oid')} targets (target)
    where k.contype = 'f' and o.tenant = any (k.conkey)`,
  `select p.oid::int, p.oid::regprocedure::text, 'function ' || p.oid::regprocedure, 'the definition that policies use', md5(
      pg_get_functiondef(p.oid) || p.proowner)
    from pg_proc p where exists (select from pg_depend d where d.classid = 'pg_policy'::regclass
      and d.refclassid = 'pg_proc'::regclass and d.refobjid = p.oid)`,
];
