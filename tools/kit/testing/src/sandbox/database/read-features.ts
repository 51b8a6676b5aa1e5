import type pg from 'pg';
import { settingChanges } from '../sql/settings.ts';
import { tokenize, withStrings } from '../sql/tokenize.ts';

/**
 * What the functions and constraints of a database can do that PostgreSQL ends with a transaction. The sandbox sees
 * statements, not what functions do; where none of these is there, it has nothing to look after.
 */
export interface DatabaseFeatures {
  /** Some constraint is deferred unless a transaction says otherwise. */
  readonly deferred: boolean;
  /** The SQL that has those constraints deferred again. */
  readonly deferAgain: string;
  /** Some function changes when constraints are checked, or makes such constraints. */
  readonly constraints: boolean;
  /** Some function changes settings. */
  readonly settings: boolean;
  /** Some function opens cursors. */
  readonly cursors: boolean;
  /** Some function changes the defaults of transactions. */
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

/** The parameters and texts of functions, be the text a string or of the newer form without quotes. */
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

/** The same for constraints that a test itself made, which may be gone again when they are to be deferred. */
export const deferAllAgain = `do $vouch$ declare name text; begin
  for name in select format('%I.%I', nspname, conname) from pg_catalog.pg_constraint c
    join pg_catalog.pg_namespace n on n.oid = c.connamespace
    where condeferred and pg_catalog.has_schema_privilege(n.oid, 'usage')
  loop execute 'set constraints ' || name || ' deferred'; end loop;
end $vouch$`;
