import type { EntityModel } from './entity-model.ts';
import type { Value } from './value.ts';

/** The factory of one entity, decided: what is left is to write it down. */
export interface FactoryPlan {
  readonly entity: EntityModel;
  readonly exportName: string;
  readonly factory: FactoryName;
  readonly attributes: readonly AttributePlan[];
  readonly parents: readonly ParentPlan[];
  /** The factory of what `for` takes. */
  readonly tenant: FactoryName | undefined;
  readonly traits: readonly TraitPlan[];
}

/** A factory: its class is `<name>Factory`. */
export interface FactoryName {
  /** The entity's: `AlertRule`. */
  readonly name: string;
  /** The test library of another component that exports it; none where it is this one's. */
  readonly package: string | undefined;
}

export interface AttributePlan {
  readonly name: string;
  /** Nothing where the database or the ORM gives it, unless it is asked for. */
  readonly value: Value | undefined;
}

export interface ParentPlan {
  readonly name: string;
  readonly factory: FactoryName;
  readonly isOptional: boolean;
}

export type TraitPlan = { readonly name: string } & (
  | { readonly kind: 'values'; readonly values: Value; readonly documentation?: string }
  | { readonly kind: 'parent'; readonly parent: string }
  | { readonly kind: 'list'; readonly property: string; readonly factory: FactoryName }
  | { readonly kind: 'single'; readonly property: string; readonly factory: FactoryName }
);

/** What a component's factories need to know of the world around it. */
export interface PlanContext {
  readonly component: string;
  /** The component's own. */
  readonly entities: readonly EntityModel[];
  /** Factories that this one's can use, by the names of their entities; its own first. */
  readonly known: ReadonlyMap<string, FactoryName>;
  readonly tenancy: { readonly root: string; readonly property: string } | undefined;
  /** What the compiler knows of columns whose type the ORM does not know, as an example: by `Entity.property`. */
  readonly examples: ReadonlyMap<string, string>;
  /** Traits that the entities' documentation names, by the entity's name in the library. */
  readonly documented: ReadonlyMap<string, readonly DocumentedTrait[]>;
}

export interface DocumentedTrait {
  readonly name: string;
  readonly values: string;
  readonly text: string;
}
