import pg from 'pg';
import type { Table } from './table.ts';

/** The schema that keeps copies of the reference rows for comparison. */
export const referenceSchema = 'vouch_reference';

/**
 * Returns one batch that restores the template's content: it deletes rows, children first, and inserts missing
 * reference rows. DELETE is ten times faster than TRUNCATE on small tables. Sequences are not reset: PostgreSQL does
 * not roll them back either, so no test may rely on their values.
 */
export function cleanUpSql(tables: readonly Table[]): string {
  const ordered = childrenFirst(tables);
  const deletions = ordered.map(deletion);
  const restorations = ordered
    .toReversed()
    .filter((table) => table.hasReferenceData)
    .map(restoration);
  return [...deletions, ...restorations].join(';\n');
}

/** Copies the reference rows to another schema. Runs once, when the database is new. */
export function keepReferenceSql(tables: readonly Table[]): string {
  const copies = tables
    .filter((table) => table.hasReferenceData)
    .map((table) => `create table ${copyOf(table)} as table ${table.name}`);
  return [`create schema ${referenceSchema}`, ...copies].join(';\n');
}

/** Sorts every table before the tables that it references. Tables that reference each other keep their order. */
export function childrenFirst(tables: readonly Table[]): Table[] {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const seen = new Set<string>();
  const parentsFirst: Table[] = [];
  const visit = (table: Table): void => {
    if (seen.has(table.name)) return;
    seen.add(table.name);
    for (const name of table.references) {
      const parent = byName.get(name);
      if (parent !== undefined) visit(parent);
    }
    parentsFirst.push(table);
  };
  tables.forEach(visit);
  return parentsFirst.toReversed();
}

// The aliases are names that no column has, because a column would win over a row of the same name.
function deletion(table: Table): string {
  const changed = `where not exists (select from ${copyOf(table)} vouch_kept where vouch_kept::text = vouch_now::text)`;
  return `delete from ${table.name} vouch_now${table.hasReferenceData ? ` ${changed}` : ''}`;
}

function restoration(table: Table): string {
  const columns = table.columns.join(', ');
  const missing = `where not exists (select from ${table.name} vouch_now where vouch_now::text = vouch_kept::text)`;
  return `insert into ${table.name} (${columns}) overriding system value select ${columns} from ${copyOf(table)} vouch_kept ${missing}`;
}

function copyOf(table: Table): string {
  return `${referenceSchema}.${pg.escapeIdentifier(table.name)}`;
}
