import type { EntityModel, PropertyModel } from '../model/entity-model.ts';
import { columnValue } from './column-value.ts';
import type { PlanContext } from '../model/factory-plan.ts';

/** Refuses entities that no factory could make, each with the way out. */
export function requireConstructible(
  entities: readonly EntityModel[],
  context: Pick<PlanContext, 'component' | 'examples' | 'known'>,
): void {
  const index = `libs/${context.component}/app/src/index.ts`;
  const problems = [
    ...entities
      .filter(({ exportName }) => exportName === undefined)
      .map(({ name }) => `The entity ${name} is not exported. Export it in ${index}.`),
    ...entities.flatMap((entity) => hopelessColumns(entity, context)),
    ...entities.flatMap((entity) => lostParents(entity, context)),
    ...cyclesIn(entities).map(
      (chain) =>
        `${chain.join(' needs ')}: none can be made first, nor can the database take one first. ` +
        'Let one of these relations be nullable; its trait makes it.',
    ),
  ];
  if (problems.length === 0) return;
  throw new Error(
    `Factories for ${context.component} cannot be made. Nothing was written.\n${problems.map((each) => `  ${each}`).join('\n')}\n` +
      `To leave an entity out: nx g factory ${context.component} --exclude=<Entity>`,
  );
}

function hopelessColumns(entity: EntityModel, context: Pick<PlanContext, 'examples'>): string[] {
  const { name, properties } = entity;
  return properties.flatMap((property) => {
    if (property.unmakeable) return [`${name}.${property.name}: ${property.unmakeable}. ${byHand}`];
    const isOurs = property.kind === 'scalar' || property.kind === 'embedded';
    if (!isOurs || property.nullable || property.givenByDatabase || columnValue(property, entity, context))
      return [];
    return [`${name}.${property.name}: no value of its type can be made up. ${byHand}`];
  });
}

/** Relations to entities that were left out and that nobody has written a factory for. */
function lostParents({ name, properties }: EntityModel, { known }: Pick<PlanContext, 'known'>): string[] {
  return properties
    .filter((property) => isParent(property) && !known.has(property.target ?? ''))
    .map(
      ({ name: relation, target = '' }) =>
        `${name}.${relation} is a ${target}, which no factory makes. Write ${target}Factory by hand first, or leave ${name} out too.`,
    );
}

function isParent({ kind, owner }: PropertyModel): boolean {
  return (kind === 'm:1' || kind === '1:1') && owner;
}

const byHand =
  'Give it a default, let it be nullable, or leave the entity out and write its factory by hand.';

/** Chains of entities each of which needs the next, each chain once. */
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
