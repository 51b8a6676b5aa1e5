import type { Faker } from '@faker-js/faker';
import type { InferEntity } from '@mikro-orm/core';

/** What default values may be derived from. */
export interface BuildContext<Attributes, Parents> {
  /** Different for each thing that any factory makes: for what must be unique. */
  readonly number: number;
  /** What was asked for, by traits too. */
  readonly asked: Partial<Attributes>;
  /** The parents, made before. */
  readonly parents: EntitiesOf<Parents>;
  /** Makes values up. */
  readonly faker: Faker;
}

/** For entities that have no parents. */
export type NoParents = Record<never, never>;

/** How the parents that are not given are made, by the name of the relation. */
export type ParentFactories<Parents> = {
  readonly [Name in keyof Parents]-?: () => NonNullable<Parents[Name]>;
};

/** The entities that the factories of a graph make. */
export type EntitiesOf<Factories> = {
  [Name in keyof Factories]: EntityMadeBy<NonNullable<Factories[Name]>>;
};

export type EntityMadeBy<Factory> = Factory extends { build(): infer Entity } ? Entity : never;

/** The type of what an entity's schema or class describes. */
export type EntityOf<Schema> = InferEntity<Schema>;
