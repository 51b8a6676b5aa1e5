import type { Query } from '../catalogue.ts';
import type { Weakness } from './weaknesses.ts';

/**
 * Returns the weaknesses of roles and settings. All databases of a server share these, so call it in a transaction that
 * sees no other process's changes.
 *
 * @example
 * noteTest('row-level security applies to the application', async ({ isolatedDb }) => {
 *   const weaknesses = await readRoleWeaknesses((sql) => isolatedDb.admin.query(sql));
 *   expect(weaknesses).not.toContainEqual({ object: 'role vouch_app', problem: 'bypasses row-level security' });
 * });
 */
export function readRoleWeaknesses(query: Query): Promise<Weakness[]> {
  return query<Weakness>(`${selects.join(' union ')} order by 1, 2`);
}

const selects: readonly string[] = [
  `select 'role ' || quote_ident(rolname) as object, 'bypasses row-level security' as problem from pg_roles
    where rolsuper or rolbypassrls`,
  `select 'role ' || member::regrole, 'may act as ' || roleid::regrole from pg_auth_members`,
  `select coalesce('role ' || nullif(setrole, 0)::regrole, 'database'), 'has a setting for its sessions: ' || setting
    from pg_db_role_setting, unnest(setconfig) setting
    where setdatabase in (0, (select oid from pg_database where datname = current_database()))`,
];
