import { UnderscoreNamingStrategy } from '@mikro-orm/core';

type NamedKind = Parameters<UnderscoreNamingStrategy['indexName']>[2];

/** Names keys, checks and indexes as PostgreSQL names them when a migration does not. */
export class PostgresNames extends UnderscoreNamingStrategy {
  override indexName(table: string, columns: string[], kind: NamedKind): string {
    const label = labels[kind];
    if (label === undefined) return super.indexName(table, columns, kind);
    return kind === 'primary' ? nameOf(table, '', label) : nameOf(table, joined(columns), label);
  }
}

const labels: Readonly<Partial<Record<NamedKind, string>>> = {
  primary: 'pkey',
  foreign: 'fkey',
  unique: 'key',
  index: 'idx',
  check: 'check',
};

const longest = 63;

/** PostgreSQL appends columns until the name is full. */
function joined(columns: readonly string[]): string {
  return columns.reduce((name, column) => (name.length > longest ? name : `${name}_${column}`));
}

/** Shortens the longer part until the name fits, as PostgreSQL's `makeObjectName` does. */
function nameOf(table: string, columns: string, label: string): string {
  const parts = columns === '' ? [table] : [table, columns];
  const room = longest - label.length - parts.length;
  while (parts.join('').length > room) {
    const at = (parts[0]?.length ?? 0) > (parts[1]?.length ?? 0) ? 0 : 1;
    parts[at] = parts[at]?.slice(0, -1) ?? '';
  }
  return [...parts, label].join('_');
}
