import type { EntityModel, PropertyModel } from '../model/entity-model.ts';
import type { PlanContext } from '../model/factory-plan.ts';
import type { Value } from '../model/value.ts';
import { valueOf } from './value-of.ts';

/** A column's value, of all that is known of it. */
export function columnValue(
  property: PropertyModel,
  entity: EntityModel,
  { examples }: Pick<PlanContext, 'examples'>,
): Value | undefined {
  return valueOf(property, {
    entity: entity.name,
    isUnique: isUnique(property, entity),
    example: examples.get(`${entity.name}.${property.name}`),
  });
}

/** Where several columns are unique together, it is enough that the last of them is. */
function isUnique({ name }: PropertyModel, { uniques, properties }: EntityModel): boolean {
  const able = new Set(properties.filter(canDiffer).map((each) => each.name));
  return uniques.some((together) => together.findLast((each) => able.has(each)) === name);
}

function canDiffer({ kind, items, runtimeType }: PropertyModel): boolean {
  return kind === 'scalar' && items.length === 0 && runtimeType !== 'boolean';
}
