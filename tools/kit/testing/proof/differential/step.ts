import type pg from 'pg';

/** A step of a statement list. */
export type Step =
  /** A text, by the simple protocol. */
  | string
  /** A text with parameters, by the extended protocol. */
  | readonly [sql: string, ...values: unknown[]]
  /** Set-up as superuser, between two uses of the connection. */
  | { readonly admin: string; readonly values?: readonly unknown[] }
  /** Releases the connection to its pool, broken or not, and takes another one. */
  | { readonly release: 'broken' | 'healthy' }
  /** Any other action of a client. */
  | { readonly does: string; readonly with: (client: pg.PoolClient) => Promise<unknown> };

/** The expectation for a list: equal answers, a blamed test, or a documented difference. */
export type Expected =
  | { readonly kind: 'same' }
  | { readonly kind: 'blamed'; readonly message: RegExp }
  | { readonly kind: 'documented'; readonly entry: string };

export interface Case {
  readonly name: string;
  readonly expected: Expected;
  readonly steps: readonly Step[];
  readonly pool?: pg.PoolConfig;
}

export function same(name: string, ...steps: Step[]): Case {
  return { name, steps, expected: { kind: 'same' } };
}

export function blamed(name: string, message: RegExp, ...steps: Step[]): Case {
  return { name, steps, expected: { kind: 'blamed', message } };
}

/** `entry` is the start of a line under "What stays different" in docs/isolation.md. */
export function documented(name: string, entry: string, ...steps: Step[]): Case {
  return { name, steps, expected: { kind: 'documented', entry } };
}

/** The same list on a pool with options. */
export function on(pool: pg.PoolConfig, case_: Case): Case {
  return { ...case_, pool };
}
