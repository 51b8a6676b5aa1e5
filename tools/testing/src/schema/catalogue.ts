import pg from 'pg';

/** Asks a database. */
export type Query = <Row extends object>(sql: string) => Promise<Row[]>;

/** Something that migrations or entities have made, as PostgreSQL describes it. */
export interface CatalogueEntry {
  /** What it is, and its name: `policy tenant on alerts`. */
  readonly object: string;
  readonly definition: string;
}

/**
 * All that is in a database beside rows: tables, columns, constraints, indexes, policies, functions, triggers, views, types,
 * grants and owners. What extensions brought and the table of migrations are left out.
 */
export function readCatalogue(query: Query, migrationsTable: string): Promise<CatalogueEntry[]> {
  return query<CatalogueEntry>(catalogueSql(pg.escapeLiteral(migrationsTable)));
}

const catalogueSql = (migrationsTable: string): string => `
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
  )
  select 'schema ' || name as object, '' as definition from schemas
  union all
  select 'table ' || name, concat_ws(' ', case relkind when 'v' then 'view' when 'm' then 'materialized view'
      when 'f' then 'foreign' when 'p' then 'partitioned by ' || pg_get_partkeydef(oid) end,
    case relpersistence when 'u' then 'unlogged' end, 'partition ' || pg_get_expr(relpartbound, oid), reloptions::text,
    case when relkind in ('v', 'm') then pg_get_viewdef(oid) end) from tables
  union all
  select 'row-level security of ' || name, concat_ws(', ', case when relrowsecurity then 'enabled' else 'disabled' end,
    case when relforcerowsecurity then 'forced' end) from tables where relkind in ('r', 'p')
  union all
  select 'sequence ' || r.name, concat_ws(' ', format_type(seqtypid, null), seqstart, seqincrement, seqmax, seqmin, seqcache,
    seqcycle) from relations r join pg_sequence s on s.seqrelid = r.oid
  union all
  select 'column ' || t.name || '.' || quote_ident(a.attname), concat_ws(' ', format_type(a.atttypid, a.atttypmod),
    case when a.attnotnull then 'not null' end,
    case a.attgenerated when '' then 'default ' else 'generated ' || a.attgenerated::text || ' ' end || pg_get_expr(d.adbin, d.adrelid),
    'identity ' || nullif(a.attidentity::text, ''), 'collate ' || nullif(a.attcollation, y.typcollation)::regcollation)
    from tables t join pg_attribute a on a.attrelid = t.oid join pg_type y on y.oid = a.atttypid
    left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum where a.attnum > 0 and not a.attisdropped
  union all
  select case contype when 'c' then 'check ' when 'f' then 'foreign key ' when 'p' then 'primary key ' when 'u' then 'unique key '
    else 'constraint ' end || quote_ident(conname) || ' on ' || t.name, pg_get_constraintdef(k.oid)
    from pg_constraint k join tables t on t.oid = k.conrelid where contype <> 'n'
  union all
  select 'index ' || quote_ident(x.relname) || ' on ' || t.name, concat_ws(' ', pg_get_indexdef(i.indexrelid),
    case when not i.indisvalid then 'invalid' end) from pg_index i join pg_class x on x.oid = i.indexrelid
    join tables t on t.oid = i.indrelid where not exists (select from pg_constraint k where k.conindid = x.oid and k.contype <> 'f')
  union all
  select 'policy ' || quote_ident(polname) || ' on ' || t.name, concat_ws(' ',
    case when not polpermissive then 'restrictive' end,
    'for ' || case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
    'to ' || nullif(array(select case role when 0 then 'public' else role::regrole::text end from unnest(polroles) role order by 1),
      '{public}')::text, 'using ' || pg_get_expr(polqual, polrelid), 'with check ' || pg_get_expr(polwithcheck, polrelid))
    from pg_policy p join tables t on t.oid = p.polrelid
  union all
  select 'trigger ' || quote_ident(tgname) || ' on ' || t.name, pg_get_triggerdef(g.oid) || ' ' || tgenabled::text
    from pg_trigger g join tables t on t.oid = g.tgrelid where not tgisinternal or tgenabled <> 'O'
  union all
  select 'rule ' || quote_ident(rulename) || ' on ' || t.name, pg_get_ruledef(r.oid)
    from pg_rewrite r join tables t on t.oid = r.ev_class where rulename <> '_RETURN'
  union all
  select 'function ' || name, case when prokind in ('f', 'p') then regexp_replace(pg_get_functiondef(oid), '\\s+', ' ', 'g')
    else prokind::text end from functions
  union all
  select 'type ' || s.name || '.' || quote_ident(y.typname), concat_ws(' ', y.typtype,
    array(select enumlabel from pg_enum where enumtypid = y.oid order by enumsortorder)::text,
    format_type(nullif(y.typbasetype, 0), y.typtypmod), case when y.typnotnull then 'not null' end, y.typdefault,
    array(select pg_get_constraintdef(oid) from pg_constraint where contypid = y.oid order by 1)::text)
    from pg_type y join schemas s on s.oid = y.typnamespace where y.typtype in ('e', 'd', 'r') and not exists (
      select from of_extensions e where e.classid = 'pg_type'::regclass and e.objid = y.oid)
  union all
  select 'comment on ' || t.name || coalesce('.' || a.attname, ''), d.description
    from pg_description d join tables t on t.oid = d.objoid and d.classoid = 'pg_class'::regclass
    left join pg_attribute a on a.attrelid = t.oid and a.attnum = nullif(d.objsubid, 0)
  union all
  select 'owner of ' || kind || name, owner::regrole::text from (
    select 'schema ' as kind, name, nspowner as owner from schemas
    union all select '', name, relowner from tables union all select 'function ', name, proowner from functions) owned
  union all
  select 'grant on ' || kind || name || ' to ' || case grantee when 0 then 'public' else grantee::regrole::text end,
    string_agg(privilege_type || case when is_grantable then ' with grant option' else '' end, ', ' order by privilege_type)
    from (
      select 'schema ' as kind, name, nspacl as acl, 'n'::"char" as class, nspowner as owner from schemas
      union all select '', name, relacl, 'r', relowner from tables
      union all select 'column ' || t.name || '.', a.attname::text, a.attacl, 'c', t.relowner from tables t
        join pg_attribute a on a.attrelid = t.oid where a.attacl is not null
      union all select 'function ', name, proacl, 'f', proowner from functions
      union all select 'new ' || defaclobjtype::text || ' in ', coalesce(defaclnamespace::regnamespace::text, 'all schemas'), defaclacl,
        defaclobjtype, defaclrole from pg_default_acl
    ) granted, aclexplode(coalesce(acl, acldefault(class, owner))) group by kind, name, grantee
  order by 1`;
