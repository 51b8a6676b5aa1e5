import type { Faker } from '@faker-js/faker';
import type { InferEntity } from '@mikro-orm/core';

/** The values that a factory can derive defaults from. */
export interface BuildContext<Attributes, Parents> {
  /** A number that is different for every entity of every factory, for unique columns. */
  readonly number: number;
  /** The attributes from the call and its traits. */
  readonly requested: Partial<Attributes>;
  /** The parents, which are built first. */
  readonly parents: EntitiesOf<Parents>;
  /** Generates random values. */
  readonly faker: Faker;
}

/** The type of parents for entities that have none. */
export type NoParents = Record<never, never>;

/** Functions that create the factories of missing parents, by the name of the relation. */
export type ParentFactories<Parents> = {
  readonly [Name in keyof Parents]-?: () => NonNullable<Parents[Name]>;
};

/** The entities that the factories of an object graph build. */
export type EntitiesOf<Factories> = {
  [Name in keyof Factories]: EntityMadeBy<NonNullable<Factories[Name]>>;
};

export type EntityMadeBy<Factory> = Factory extends { build(): infer Entity } ? Entity : never;

/** The type of the entities of a schema or class. */
export type EntityOf<Schema> = InferEntity<Schema>;
