import type { EntityModel, PropertyModel } from '../model/entity-model.ts';
import { columnValue } from './column-value.ts';
import type { PlanContext } from '../model/factory-plan.ts';

/** Throws if an entity has no possible factory; the error lists a fix for each. */
export function requireConstructible(
  entities: readonly EntityModel[],
  context: Pick<PlanContext, 'component' | 'examples' | 'known'>,
): void {
  const index = `libs/${context.component}/app/src/index.ts`;
  const problems = [
    ...entities
      .filter(({ exportName }) => exportName === undefined)
      .map(({ name }) => `The entity ${name} is not exported. Export it from ${index}.`),
    ...entities.flatMap((entity) => hopelessColumns(entity, context)),
    ...entities.flatMap((entity) => missingParents(entity, context)),
    ...cyclesIn(entities).map(
      (chain) =>
        `${chain.join(' needs ')}: each needs the other to exist first. ` +
        'Make one of these relations nullable; its trait then fills it.',
    ),
  ];
  if (problems.length === 0) return;
  throw new Error(
    `The factories of ${context.component} cannot be generated. Nothing was written.\n${problems.map((each) => `  ${each}`).join('\n')}\n` +
      `To leave an entity out: nx g factory ${context.component} --exclude=<Entity>`,
  );
}

function hopelessColumns(entity: EntityModel, context: Pick<PlanContext, 'examples'>): string[] {
  const { name, properties } = entity;
  return properties.flatMap((property) => {
    if (property.unsupported) return [`${name}.${property.name}: ${property.unsupported}. ${byHand}`];
    const isOurs = property.kind === 'scalar' || property.kind === 'embedded';
    if (!isOurs || property.nullable || property.givenByDatabase || columnValue(property, entity, context))
      return [];
    return [`${name}.${property.name}: no value of its type can be generated. ${byHand}`];
  });
}

/** Finds relations to excluded entities without a handwritten factory. */
function missingParents({ name, properties }: EntityModel, { known }: Pick<PlanContext, 'known'>): string[] {
  return properties
    .filter((property) => isParent(property) && !known.has(property.target ?? ''))
    .map(
      ({ name: relation, target = '' }) =>
        `${name}.${relation} is a ${target}, which has no factory. Write ${target}Factory by hand first, or exclude ${name} too.`,
    );
}

function isParent({ kind, owner }: PropertyModel): boolean {
  return (kind === 'm:1' || kind === '1:1') && owner;
}

const byHand = 'Give it a default, make it nullable, or exclude the entity and write its factory by hand.';

/** Finds cycles of entities that need each other, each cycle once. */
function cyclesIn(entities: readonly EntityModel[]): string[][] {
  const needs = new Map(
    entities.map(({ name, properties }) => [
      name,
      properties
        .filter((property) => isParent(property) && !property.nullable)
        .flatMap(({ target }) => target ?? []),
    ]),
  );
  const found = new Map<string, string[]>();
  const visit = (path: readonly string[]): void => {
    for (const next of needs.get(path.at(-1) ?? '') ?? []) {
      const start = path.indexOf(next);
      if (start === -1) visit([...path, next]);
      else found.set(path.slice(start).toSorted().join(), [...path.slice(start), next]);
    }
  };
  for (const { name } of entities.toReversed()) visit([name]);
  return [...found.values()];
}
