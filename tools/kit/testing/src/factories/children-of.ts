import { type EntityMetadata, ReferenceKind } from '@mikro-orm/core';
import type { RequestedChildren } from './factory-state.ts';
import type { Made } from './save.ts';
import type { Tenant } from './tenancy.ts';

/** The inputs for the children of one entity. */
export interface ChildrenPlan {
  readonly entity: object;
  readonly metadata: EntityMetadata;
  readonly wanted: RequestedChildren;
  readonly tenant: Tenant | undefined;
  /** Builds entities with these parents. */
  readonly make: (parents: Record<string, object>, tenant: Tenant | undefined) => Made<object>[];
}

/** Builds the children of an entity: entities that refer to it, or that are in one of its collections. */
export function childrenOf({ entity, metadata, wanted, tenant, make }: ChildrenPlan): Made<object>[] {
  const { kind, mappedBy } = metadata.properties[wanted.property as never] as {
    kind: ReferenceKind;
    mappedBy: string;
  };
  if (kind !== ReferenceKind.MANY_TO_MANY) return make({ [mappedBy]: entity }, undefined);
  const made = make({}, tenant);
  const collections = entity as Readonly<Record<string, { add(items: readonly object[]): void }>>;
  collections[wanted.property]?.add(made.map((each) => each.entity));
  return made;
}

/** Adds children to an entity. If it has no tenant, it gets that of its children. */
export function withChildren<Entity>(made: Made<Entity>, children: readonly Made<object>[]): Made<Entity> {
  return {
    entity: made.entity,
    tenant: made.tenant ?? children.find((child) => child.tenant)?.tenant,
    before: [...made.before, ...children.flatMap((child) => child.before)],
    along: [...made.along, ...children.flatMap((child) => [child.entity, ...child.along])],
  };
}
