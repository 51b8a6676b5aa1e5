import type { Faker } from '@faker-js/faker';
import { faker as english } from '@faker-js/faker/locale/en';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Tenancy } from './tenancy.ts';

/** What the factories of one test have in common. */
export interface FactoryContext {
  /** The test's own; whatever is created goes through it. */
  readonly em: EntityManager;
  /** The fixture `faker` makes the same values up in every run; without it they differ. */
  readonly faker?: Faker | undefined;
  /** How rows say whose they are; none where there are no tenants. */
  readonly tenancy?: Tenancy | undefined;
}

export function fakerOf({ faker }: FactoryContext): Faker {
  return faker ?? english;
}

let last = 0;

/** A number that no other factory of this process was given, so that unique columns never clash. */
export function nextNumber(): number {
  last += 1;
  return last;
}
