import { nameForms } from '../../../lib/name-forms.ts';
import type { EntityModel, PropertyModel } from '../model/entity-model.ts';
import { columnValue } from './column-value.ts';
import type {
  AttributePlan,
  FactoryName,
  FactoryPlan,
  ParentPlan,
  PlanContext,
} from '../model/factory-plan.ts';
import { planTraits } from './plan-traits.ts';
import { plain } from '../model/value.ts';

/** Plans the factory of an entity that is known to be constructible. */
export function planFactory(entity: EntityModel, context: PlanContext): FactoryPlan {
  const parents = entity.properties.flatMap((property) => parentOf(property, context));
  const inherited = new Set(parents.map(({ property }) => property.name));
  const scalars = entity.properties.filter(
    ({ kind, name, readOnly }) =>
      (kind === 'scalar' || kind === 'embedded') && !inherited.has(name) && !readOnly,
  );
  const attributes = scalars.map((property) => attributeOf(property, entity, context));
  return {
    entity,
    exportName: entity.exportName ?? entity.name,
    factory: { name: entity.name, package: undefined },
    attributes,
    parents: parents.map(({ plan }) => plan),
    tenant: tenantOf(entity, context),
    traits: planTraits({ entity, scalars, parents: parents.map(({ plan }) => plan), context }),
  };
}

function attributeOf(property: PropertyModel, entity: EntityModel, context: PlanContext): AttributePlan {
  const { name, givenByDatabase, nullable, default: given } = property;
  if (givenByDatabase) return { name, value: undefined };
  if (nullable && given === undefined) return { name, value: plain('null') };
  return { name, value: columnValue(property, entity, context) };
}

interface Parent {
  readonly property: PropertyModel;
  readonly plan: ParentPlan;
}

/**
 * Returns the parent behind a relation with a column, or behind a column with the id of an entity that has a
 * factory.
 */
function parentOf(property: PropertyModel, context: PlanContext): Parent[] {
  const { kind, owner, target = '', name, nullable } = property;
  if ((kind === 'm:1' || kind === '1:1') && owner) {
    const factory = context.known.get(target) ?? { name: target, package: undefined };
    return [{ property, plan: { name, factory, isOptional: nullable } }];
  }
  const factory = kind === 'scalar' && !property.primary ? ownerById(name, context) : undefined;
  return factory ? [{ property, plan: { name: name.slice(0, -2), factory, isOptional: nullable } }] : [];
}

function ownerById(name: string, { known, tenancy }: PlanContext): FactoryName | undefined {
  if (!name.endsWith('Id')) return undefined;
  const parent = name.slice(0, -2);
  return known.get(parent === tenancy?.property ? tenancy.root : nameForms(parent).className);
}

/** Returns the tenant's factory, if the entity belongs to a tenant directly or through its parents. */
function tenantOf(entity: EntityModel, context: PlanContext): FactoryName | undefined {
  const { tenancy, known } = context;
  return tenancy && isOwned(entity, context, new Set()) ? known.get(tenancy.root) : undefined;
}

function isOwned({ name, properties }: EntityModel, context: PlanContext, seen: Set<string>): boolean {
  if (seen.has(name)) return false;
  seen.add(name);
  const parents = properties
    .flatMap((property) => parentOf(property, context))
    .map(({ plan }) => plan.factory.name);
  return parents.some((parent) => {
    const entity = context.entities.find((each) => each.name === parent);
    return parent === context.tenancy?.root || (entity !== undefined && isOwned(entity, context, seen));
  });
}
