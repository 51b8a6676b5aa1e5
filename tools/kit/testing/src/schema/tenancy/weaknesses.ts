import type { Query } from '../catalogue.ts';
import { type TenantTables, withTenantTables } from './tenant-tables.ts';

/** A way for one tenant to reach the rows of another. */
export interface Weakness {
  /** The weak object, such as `table invoices`. */
  readonly object: string;
  readonly problem: string;
}

/**
 * Returns the weaknesses of a database, by its catalogue.
 *
 * @example
 * noteTest('an unprotected table of tenants is found', async ({ isolatedDb: { admin } }) => {
 *   await admin.query('create table invoices (organization_id uuid not null)');
 *   const tables = { root: 'organizations', column: 'organization_id' };
 *   const [weakness] = await readWeaknesses((sql) => admin.query(sql), tables);
 *   expect(weakness?.problem).toBe('has rows of organizations and no row-level security');
 * });
 */
export function readWeaknesses(query: Query, tables: TenantTables): Promise<Weakness[]> {
  return query<Weakness>(
    `${withTenantTables(tables)} ${[...ofTables(tables), ...ofReferences(tables), ...ofReaders(tables), ...ofRights].join(' union ')} order by 1, 2`,
  );
}

/** Tables without protection, and policies beside it. */
const ofTables = ({ root, column }: TenantTables): string[] => [
  `select 'table ' || name as object, 'has rows of ${root} and no row-level security' as problem
    from owned where not relrowsecurity`,
  `select 'table ' || name, 'does not force row-level security on its owner' from owned
    where relrowsecurity and not relforcerowsecurity`,
  `select 'table ' || name, 'has no policy that compares ${column} with the tenant of the session' from owned o
    where relrowsecurity and not exists (select from policies p join own_rows w on w.oid = p.table_oid
      where p.table_oid = o.oid and polpermissive and coalesce(rows_seen, rows_written) = condition)`,
  `select 'table ' || name, 'lets ${column} be null, which no foreign key checks' from owned
    where tenant is not null and not tenant_required`,
  `select 'table ' || name, 'has no key (${column}, id) for others to refer to' from owned o
    where tenant is not null and exists (select from pg_attribute a where a.attrelid = o.oid and a.attname = 'id')
      and not exists (select from pg_index i where i.indrelid = o.oid and i.indisunique and i.indpred is null and (
        select array_agg(a.attname::text order by a.attname) from pg_attribute a
        where a.attrelid = o.oid and a.attnum = any (i.indkey)) = array['id', '${column}'])`,
  // Restrictive policies can only hide rows.
  `select 'policy ' || quote_ident(polname) || ' on ' || table_name, 'lets through more than the rows of one tenant'
    from policies p join owned o on o.oid = p.table_oid where polpermissive and not exists (
      select from own_rows w where w.oid = o.oid and coalesce(rows_seen, condition) = condition
        and coalesce(rows_written, condition) = condition)`,
];

/** Foreign keys into another tenant, which PostgreSQL checks without row-level security. */
const ofReferences = ({ root }: TenantTables): string[] => [
  `select 'foreign key ' || quote_ident(conname) || ' on ' || o.name, 'can lead to a row of another tenant'
    from pg_constraint k join owned o on o.oid = k.conrelid join owned r on r.oid = k.confrelid
    where k.contype = 'f' and r.tenant is not null and coalesce(
      k.confkey[array_position(k.conkey, o.tenant)] <> r.tenant, true)`,
  `select 'table ' || t.name, 'refers to rows of ${root} and has no column for its own tenant'
    from pg_constraint k join tables t on t.oid = k.conrelid join owned r on r.oid = k.confrelid
    where k.contype = 'f' and t.oid not in (select oid from owned)`,
  `select 'foreign key ' || quote_ident(conname) || ' on ' || o.name, 'is not enforced'
    from pg_constraint k join owned o on o.oid = k.conrelid
    where k.contype = 'f' and pg_get_constraintdef(k.oid) like '%NOT ENFORCED%'`,
  `select 'table ' || o.name, 'has triggers switched off, those of foreign keys perhaps' from owned o
    where exists (select from pg_trigger g where g.tgrelid = o.oid and g.tgenabled in ('D', 'R'))`,
];

/** Objects that read rows with other rights than the session's. */
const ofReaders = ({ root }: TenantTables): string[] => [
  `select 'rule ' || quote_ident(rulename) || ' on ' || o.name, 'rewrites queries with the rights of the table''s owner'
    from pg_rewrite r join owned o on o.oid = r.ev_class`,
  `select case v.relkind when 'm' then 'materialized view ' else 'view ' end || v.name, case v.relkind
      when 'm' then 'keeps rows of ${root} without row-level security'
      else 'reads rows of ${root} as its owner: add with (security_invoker = true)' end
    from tables v join readers using (oid) where v.relkind = 'm' or v.relkind = 'v'
      and not coalesce(v.reloptions::text ~ 'security_invoker=(true|on|1|yes)', false)`,
  `select 'function ' || p.oid::regprocedure, 'runs with the rights of its owner (security definer)'
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`,
];

/** Grants that are too wide, or that row-level security does not check. */
const ofRights = [
  `select 'table ' || name, 'is granted to PUBLIC: ' || lower(privilege_type)
    from tables, aclexplode(relacl) where grantee = 0`,
  `select 'table ' || name, 'is granted to PUBLIC: ' || lower(privilege_type) || ' (' || attname || ')'
    from tables t join pg_attribute a on a.attrelid = t.oid, aclexplode(attacl) where grantee = 0`,
  `select 'table ' || name, 'is granted to ' || grantee::regrole || ': ' || lower(privilege_type)
      || case when is_grantable then ' with grant option' else '' end
    from owned, aclexplode(relacl) where grantee <> 0 and grantee <> relowner
      and (is_grantable or privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER'))`,
  `select 'default privileges', 'grant later objects to PUBLIC: ' || lower(privilege_type)
    from pg_default_acl, aclexplode(defaclacl) where grantee = 0 and defaclobjtype in ('r', 'S', 'n')`,
  `select 'schema ' || n.nspname, 'lets every role create objects in it' from pg_namespace n, aclexplode(n.nspacl)
    where grantee = 0 and privilege_type = 'CREATE' and n.nspname !~ '^pg_'`,
];
