import pg from 'pg';
import { catalogueSelects } from './catalogue-selects.ts';

/** Runs a query and returns its rows. */
export type Query = <Row extends object>(sql: string) => Promise<Row[]>;

/** An object of a database, as PostgreSQL describes it. */
export interface CatalogueEntry {
  /** Kind and name, such as `policy tenant on alerts`. */
  readonly object: string;
  readonly definition: string;
}

/**
 * Returns everything in a database but its rows: tables, columns, constraints, indexes, policies, functions, triggers,
 * views, types, grants and owners. Leaves out objects of extensions and the table of migrations.
 *
 * @example
 * noteTest('the table belongs to the migrating role', async ({ isolatedDb }) => {
 *   const catalogue = await readCatalogue((sql) => isolatedDb.admin.query(sql), 'mikro_orm_migrations');
 *   expect(catalogue).toContainEqual({ object: 'owner of note', definition: 'vouch_owner' });
 * });
 */
export function readCatalogue(query: Query, migrationsTable: string): Promise<CatalogueEntry[]> {
  return query<CatalogueEntry>(
    `${scope(pg.escapeLiteral(migrationsTable))} ${catalogueSelects.join(' union all ')} order by 1`,
  );
}

const scope = (migrationsTable: string): string => `
  with schemas as (
    select oid, nspname as name, nspacl, nspowner from pg_namespace
    where nspname !~ '^pg_' and nspname <> 'information_schema'
  ), of_extensions as (
    select classid, objid from pg_depend where deptype = 'e'
  ), relations as (
    select c.*, case when s.name = 'public' then quote_ident(c.relname)
      else quote_ident(s.name) || '.' || quote_ident(c.relname) end as name
    from pg_class c join schemas s on s.oid = c.relnamespace
    where (s.name <> 'public' or c.relname <> ${migrationsTable})
      and not exists (select from of_extensions e where e.classid = 'pg_class'::regclass and e.objid = c.oid)
      and not exists (select from pg_depend d join pg_class t on t.oid = d.refobjid
        where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i') and c.relkind = 'S'
          and t.relkind in ('r', 'p'))
  ), tables as (
    select * from relations where relkind in ('r', 'p', 'f', 'v', 'm')
  ), functions as (
    select p.*, s.name || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' as name
    from pg_proc p join schemas s on s.oid = p.pronamespace
    where not exists (select from of_extensions e where e.classid = 'pg_proc'::regclass and e.objid = p.oid)
  )`;
