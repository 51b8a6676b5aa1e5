import type pg from 'pg';
import { settingChanges } from '../sql/settings.ts';
import { tokenize, withStrings } from '../sql/tokenize.ts';

/**
 * The effects of a database's functions and constraints that PostgreSQL ends with a transaction. The sandbox sees
 * statements, not the bodies of functions. Without such effects it has nothing to clean up.
 */
export interface DatabaseFeatures {
  /** True if a constraint is deferred by default. */
  readonly deferred: boolean;
  /** SQL that defers those constraints again. */
  readonly deferAgain: string;
  /** True if a function changes when constraints are checked, or creates such constraints. */
  readonly constraints: boolean;
  /** True if a function changes settings. */
  readonly settings: boolean;
  /** True if a function opens cursors. */
  readonly cursors: boolean;
  /** True if a function changes the defaults of transactions. */
  readonly defaults: boolean;
}

export async function readFeatures(client: pg.Client, appRole: string): Promise<DatabaseFeatures> {
  const sources = (await client.query<{ source: string }>(sourcesSql)).rows.map(({ source }) =>
    withStrings(tokenize(source)),
  );
  const words = new Set(sources.flat().map(({ value }) => value));
  return {
    ...(await deferredConstraints(client, appRole)),
    constraints: words.has('constraints') || words.has('deferrable'),
    settings: sources.some((source) => settingChanges(source).length > 0) || words.has('set_config'),
    cursors: words.has('refcursor') || words.has('cursor'),
    defaults: [...words].some((word) => word.startsWith('default_transaction_')),
  };
}

/** Reads the parameters and bodies of functions, whether the body is a string or SQL-standard syntax. */
const sourcesSql = `
  select concat_ws('; ', pg_get_function_arguments(p.oid), pg_get_function_result(p.oid),
    coalesce(pg_get_function_sqlbody(p.oid), p.prosrc)) as source
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang
  where l.lanname not in ('c', 'internal') and n.nspname not in ('pg_catalog', 'information_schema')
    and n.nspname not like 'pg\\_temp%'`;

const constraintsSql = `
  select format('%I.%I', n.nspname, c.conname) as name, has_schema_privilege($1, n.oid, 'usage') as within_reach
  from pg_constraint c join pg_namespace n on n.oid = c.connamespace where c.condeferred order by 1`;

async function deferredConstraints(
  client: pg.Client,
  appRole: string,
): Promise<Pick<DatabaseFeatures, 'deferAgain' | 'deferred'>> {
  const { rows } = await client.query<{ name: string; within_reach: boolean }>(constraintsSql, [appRole]);
  const names = rows.filter((row) => row.within_reach).map(({ name }) => name);
  const deferAgain = names.length === 0 ? '' : `set constraints ${names.join(', ')} deferred`;
  return { deferred: rows.length > 0, deferAgain };
}

/** Defers constraints that the test itself created. They may not exist any more when this runs. */
export const deferAllAgain = `do $vouch$ declare name text; begin
  for name in select format('%I.%I', nspname, conname) from pg_catalog.pg_constraint c
    join pg_catalog.pg_namespace n on n.oid = c.connamespace
    where condeferred and pg_catalog.has_schema_privilege(n.oid, 'usage')
  loop execute 'set constraints ' || name || ' deferred'; end loop;
end $vouch$`;
