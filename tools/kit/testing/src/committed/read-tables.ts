import type pg from 'pg';
import type { Table } from './table.ts';

const tablesSql = `
  select c.oid::regclass::text as name,
    (select array_agg(quote_ident(attname) order by attnum) from pg_attribute
      where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
    coalesce((select array_agg(distinct confrelid::regclass::text) from pg_constraint
      where conrelid = c.oid and contype = 'f'), '{}') as "references"
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('information_schema', 'vouch_reference')
    and n.nspname not like 'pg\\_%'
    and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e')
  order by 1`;

/** Reads the tables of a new database from PostgreSQL's catalogue, and whether they have rows. */
export async function readTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Omit<Table, 'hasReferenceData'>>(tablesSql);
  if (rows.length === 0) return [];
  const checks = rows.map(({ name }) => `exists (select from ${name})`).join(', ');
  const filled =
    (await client.query<[boolean[]]>({ text: `select array[${checks}]`, rowMode: 'array' })).rows[0]?.[0] ??
    [];
  return rows.map((table, index) => ({ ...table, hasReferenceData: filled[index] === true }));
}
