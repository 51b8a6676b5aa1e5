/** One query as data: it runs in both databases, and a failure prints it. */
export type Query = Reading | Writing;

export interface On {
  /** The name of an entity. */
  readonly entity: string;
  readonly where: object;
  /** True if the ORM's own filters are on. */
  readonly filters: boolean;
}

export type Reading =
  | (On & {
      readonly kind: 'find' | 'builder';
      readonly populate: readonly string[];
      readonly orderBy: Readonly<Record<string, 'asc' | 'desc'>>;
      readonly limit: number;
      readonly offset: number;
    })
  | (On & { readonly kind: 'count' })
  | (On & { readonly kind: 'aggregate'; readonly by: string })
  | { readonly kind: 'kysely'; readonly tables: readonly [string, string]; readonly ids: readonly string[] }
  | { readonly kind: 'sql'; readonly sql: string; readonly ids: readonly string[] };

export type Writing =
  | (On & { readonly kind: 'update' | 'change'; readonly data: Readonly<Record<string, unknown>> })
  | (On & { readonly kind: 'delete' | 'remove' })
  | { readonly kind: 'insert'; readonly entity: string; readonly data: Readonly<Record<string, unknown>> }
  | { readonly kind: 'sql'; readonly sql: string; readonly ids: readonly string[] };

/** SQL that bypasses the ORM. `$1` and `$2` stand for tables, `?` for ids. */
export const readingSql = [
  'select * from $1',
  'select id from $1 where id = any (?::uuid[])',
  'select count(*) from $1 a cross join $2 b',
  'select id from $1 union all select id from $2',
  'with found as (select * from $1) select count(*) from found where id = any (?::uuid[])',
  'select id from $1 a where exists (select from $2 b where b.id <> a.id)',
  'select id, (select count(*) from $2) as others from $1',
  'select a.id, b.id as other from $1 a left join $2 b on b.id = any (?::uuid[])',
];

export const writingSql = [
  'update $1 set id = id returning id',
  'delete from $1 where id = any (?::uuid[]) returning id',
  'delete from $1 where id in (select id from $2) returning id',
  'with gone as (delete from $1 where id = any (?::uuid[]) returning id) select count(*) from gone',
];
