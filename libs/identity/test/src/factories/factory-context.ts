import type { EntityManager } from '@mikro-orm/postgresql';

/** What factories of one test have in common. */
export interface FactoryContext {
  /** The test's own; whatever is created goes through it. */
  readonly em: EntityManager;
}

let last = 0;

/** A number that no other factory of this process was given, so that unique columns never clash. */
export function nextNumber(): number {
  last += 1;
  return last;
}
