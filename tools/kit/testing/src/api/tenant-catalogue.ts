import type pg from 'pg';
import type { Query } from '../schema/catalogue.ts';
import type { TenantTables } from '../schema/tenancy/tenant-tables.ts';
import { readWeaknesses } from '../schema/tenancy/weaknesses.ts';

/** How the database of an API separates tenants. */
export interface TenantCatalogue {
  readonly tables: TenantTables;
  /** The role that the API connects as, and the role that owns the tables. */
  readonly roles: { readonly application: string; readonly owner: string };
  /** Weaknesses that the migrations explain, such as `policy own on memberships`. */
  readonly known?: readonly string[];
}

/**
 * Reads from PostgreSQL's catalogue how tenants could reach rows of each other: tables without row-level security, policies
 * that let through more than one tenant, roles that bypass policies.
 *
 * @param admin - a connection as superuser
 *
 * @example
 * const tables = { root: 'organizations', column: 'organization_id' };
 * const roles = { application: 'vouch_app', owner: 'vouch_owner' };
 * expect(await tenantCatalogueProblems(admin, { tables, roles })).toEqual([]);
 */
export async function tenantCatalogueProblems(
  admin: pg.Client,
  { tables, roles, known = [] }: TenantCatalogue,
): Promise<string[]> {
  const query: Query = async <Row extends object>(sql: string) => (await admin.query<Row>(sql)).rows;
  const weaknesses = await readWeaknesses(query, tables);
  const objects = new Set(weaknesses.map(({ object }) => object));
  return [
    ...weaknesses
      .filter(({ object }) => !known.includes(object))
      .map(({ object, problem }) => `${object}: ${problem}`),
    ...known
      .filter((object) => !objects.has(object))
      .map((object) => `${object}: is known and no longer weak`),
    ...(await roleProblems(admin, roles)),
  ];
}

async function roleProblems(
  admin: pg.Client,
  { application, owner }: TenantCatalogue['roles'],
): Promise<string[]> {
  const { rows } = await admin.query<{ problem: string }>(
    `select 'table ' || c.relname || ': belongs to ' || o.rolname || ', not to ' || $2::text as problem
       from pg_class c join pg_roles o on o.oid = c.relowner where c.relrowsecurity and o.rolname <> $2
     union all
     select 'role ' || rolname || ': bypasses row-level security' from pg_roles
       where rolname = any (array[$1::text, $2::text]) and (rolsuper or rolbypassrls)
     union all
     select 'role ' || name || ': does not exist' from unnest(array[$1::text, $2::text]) name
       where not exists (select from pg_roles where rolname = name)
     order by 1`,
    [application, owner],
  );
  return rows.map(({ problem }) => problem);
}
