import type { Faker } from '@faker-js/faker';
import { faker as english } from '@faker-js/faker/locale/en';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Tenancy } from './tenancy.ts';

/** The parts that all factories of a test share. */
export interface FactoryContext {
  /** The test's entity manager. All entities are created through it. */
  readonly em: EntityManager;
  /** Random values that are equal in every run, from the fixture `faker`. Without it they differ. */
  readonly faker?: Faker | undefined;
  /** How rows identify their tenant; undefined without tenants. */
  readonly tenancy?: Tenancy | undefined;
}

export function fakerOf({ faker }: FactoryContext): Faker {
  return faker ?? english;
}

let last = 0;

/** Returns a number that no other factory of this process gets, so that unique columns never clash. */
export function nextNumber(): number {
  last += 1;
  return last;
}
