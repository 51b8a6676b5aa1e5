import type { EntityModel, PropertyModel } from '../model/entity-model.ts';
import type { PlanContext } from '../model/factory-plan.ts';
import type { Value } from '../model/value.ts';
import { valueOf } from './value-of.ts';

/** Chooses a column's value from all available facts. */
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

/** Of several columns that are unique together, only the last needs unique values. */
function isUnique({ name }: PropertyModel, { uniques, properties }: EntityModel): boolean {
  const able = new Set(properties.filter(canDiffer).map((each) => each.name));
  return uniques.some((together) => together.findLast((each) => able.has(each)) === name);
}

function canDiffer({ kind, items, runtimeType }: PropertyModel): boolean {
  return kind === 'scalar' && items.length === 0 && runtimeType !== 'boolean';
}
