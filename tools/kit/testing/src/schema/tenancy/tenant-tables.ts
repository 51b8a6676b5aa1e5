import pg from 'pg';

/** Identifies the tenant of a row. */
export interface TenantTables {
  /** The table of the tenants themselves, such as `organizations`. */
  readonly root: string;
  /** The column that names a row's tenant, such as `organization_id`. */
  readonly column: string;
}

/**
 * Returns common table expressions: `tables`, without the system's; `owned`, tables whose rows belong to tenants by a
 * column or a reference to the root; `own_rows`, the condition for rows of the session's tenant, which the root's first policy
 * defines; and `readers`, views of owned tables and of such views.
 */
export function withTenantTables({ root, column }: TenantTables): string {
  return `
  with recursive tables as (
    select c.*, case when n.nspname = 'public' then quote_ident(c.relname)
      else quote_ident(n.nspname) || '.' || quote_ident(c.relname) end as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  ), root as (
    select oid from tables where name = ${pg.escapeLiteral(root)} and relkind in ('r', 'p')
  ), owned as (
    select t.*, a.attnum as tenant, a.attnotnull as tenant_required from tables t
    left join pg_attribute a on a.attrelid = t.oid and a.attname = ${pg.escapeLiteral(column)} and not a.attisdropped
    where t.relkind in ('r', 'p') and (a.attnum is not null or t.oid in (select oid from root) or exists (
      select from pg_constraint k where k.conrelid = t.oid and k.contype = 'f' and k.confrelid in (select oid from root)))
  ), policies as (
    select p.*, t.name as table_name, t.oid as table_oid,
      pg_get_expr(polqual, polrelid) as rows_seen, pg_get_expr(polwithcheck, polrelid) as rows_written,
      array(select refobjid from pg_depend d where d.classid = 'pg_policy'::regclass and d.objid = p.oid
        and d.refclassid in ('pg_proc'::regclass, 'pg_operator'::regclass) group by 1 order by 1) as calls
    from pg_policy p join tables t on t.oid = p.polrelid
  ), session as (
    select (regexp_match(rows_seen, '^\\(id = (\\w+\\(\\)|.*current_setting\\(.*)\\)$'))[1] as tenant
    from policies where table_oid in (select oid from root) and polpermissive
      and rows_seen ~ '^\\(id = (\\w+\\(\\)|.*current_setting\\(.*)\\)$' order by oid limit 1
  ), own_rows as (
    select format('(%I = %s)', case when o.oid in (select oid from root) then 'id' else ${pg.escapeLiteral(column)} end,
      s.tenant) as condition, o.oid from owned o cross join session s
  ), readers as (
    select oid from owned
    union
    select r.ev_class from readers join pg_depend d on d.refobjid = readers.oid and d.refclassid = 'pg_class'::regclass
      and d.classid = 'pg_rewrite'::regclass join pg_rewrite r on r.oid = d.objid
  )`;
}
