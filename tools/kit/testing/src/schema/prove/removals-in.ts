import type { CatalogueEntry } from '../catalogue.ts';

/** The statement that removes an object, by its kind in the catalogue. */
const removals: Readonly<Record<string, (name: string, table: string) => string>> = {
  policy: (name, table) => `drop policy ${name} on ${table}`,
  check: (name, table) => `alter table ${table} drop constraint ${name}`,
  'foreign key': (name, table) => `alter table ${table} drop constraint ${name}`,
  'unique key': (name, table) => `alter table ${table} drop constraint ${name} cascade`,
  'primary key': (name, table) => `alter table ${table} drop constraint ${name} cascade`,
  index: (name) => `drop index ${name}`,
  trigger: (name, table) => `drop trigger ${name} on ${table}`,
};

/** Returns a statement for each constraint, index, policy, trigger, column and protection of a table. */
export function removalsIn(catalogue: readonly CatalogueEntry[], table: string): string[] {
  return catalogue.flatMap(({ object, definition }) => [
    ...Object.entries(removals).flatMap(([kind, removal]) => {
      const name = nameIn(object, `${kind} `, ` on ${table}`);
      return name === undefined ? [] : [removal(name, table)];
    }),
    ...columnIn(object, table).map((name) => `alter table ${table} drop column ${name} cascade`),
    ...(object === `row-level security of ${table}` ? unprotect(definition, table) : []),
  ]);
}

export function functionRemovalsIn(catalogue: readonly CatalogueEntry[]): string[] {
  return catalogue.flatMap(({ object }) => {
    const name = nameIn(object, 'function ', '');
    return name === undefined ? [] : [`drop function ${name} cascade`];
  });
}

function unprotect(definition: string, table: string): string[] {
  return [
    ...(definition.includes('enabled') ? [`alter table ${table} disable row level security`] : []),
    ...(definition.includes('forced') ? [`alter table ${table} no force row level security`] : []),
  ];
}

function columnIn(object: string, table: string): string[] {
  const name = nameIn(object, `column ${table}.`, '');
  return name === undefined ? [] : [name];
}

function nameIn(object: string, before: string, after: string): string | undefined {
  if (!object.startsWith(before) || !object.endsWith(after)) return undefined;
  return object.slice(before.length, object.length - after.length);
}
