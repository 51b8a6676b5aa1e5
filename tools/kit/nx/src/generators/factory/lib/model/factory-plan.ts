import type { EntityModel } from './entity-model.ts';
import type { Value } from './value.ts';

/** A complete plan of one entity's factory, ready to be rendered. */
export interface FactoryPlan {
  readonly entity: EntityModel;
  readonly exportName: string;
  readonly factory: FactoryName;
  readonly attributes: readonly AttributePlan[];
  readonly parents: readonly ParentPlan[];
  /** The factory of the tenant that `for` accepts. */
  readonly tenant: FactoryName | undefined;
  readonly traits: readonly TraitPlan[];
}

/** A factory, by its entity. Its class is `<name>Factory`. */
export interface FactoryName {
  /** Name of the entity: `AlertRule`. */
  readonly name: string;
  /** The test library that exports it; undefined for the component's own. */
  readonly package: string | undefined;
}

export interface AttributePlan {
  readonly name: string;
  /** `undefined` if the database or the ORM sets it, unless a test requests it. */
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

/** The context in which a component's factories are planned. */
export interface PlanContext {
  readonly component: string;
  /** The component's entities. */
  readonly entities: readonly EntityModel[];
  /** Available factories by entity name, the component's own first. */
  readonly known: ReadonlyMap<string, FactoryName>;
  readonly tenancy: { readonly root: string; readonly property: string } | undefined;
  /** Example values for columns whose type the ORM does not know, by `Entity.property`. The compiler provides them. */
  readonly examples: ReadonlyMap<string, string>;
  /** Traits from the entities' documentation, by exported entity name. */
  readonly documented: ReadonlyMap<string, readonly DocumentedTrait[]>;
}

export interface DocumentedTrait {
  readonly name: string;
  readonly values: string;
  readonly text: string;
}
