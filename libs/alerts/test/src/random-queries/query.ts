/** One query as data, so that it can be run twice, and told when it shows something. */
export type Query = Reading | Writing;

export interface On {
  /** The name of an entity. */
  readonly entity: string;
  readonly where: object;
  /** Whether the ORM's own filters are on. */
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
