import type { EntitiesModel, EntityModel } from '../model/entity-model.ts';
import type { FactoryName, FactoryPlan, PlanContext } from '../model/factory-plan.ts';
import { planFactory } from './plan-factory.ts';
import { requireConstructible } from './require-constructible.ts';

export interface Selection {
  readonly entity: string | undefined;
  readonly exclude: readonly string[];
  /** Entities with a handwritten factory, which may be excluded and still be used. */
  readonly handwritten: readonly string[];
}

/** Plans the factories of a component, sorted by name. */
export function planFactories(
  model: EntitiesModel,
  selection: Selection,
  context: Omit<PlanContext, 'known' | 'entities'> & { readonly upstream: ReadonlyMap<string, FactoryName> },
): FactoryPlan[] {
  const constructible = model.entities.filter(
    ({ unsupported, name }) => !unsupported && !selection.exclude.includes(name),
  );
  const handwritten = selection.exclude.filter((name) => selection.handwritten.includes(name));
  const own = [...constructible.map(({ name }) => name), ...handwritten];
  const known = new Map([
    ...context.upstream,
    ...model.entities.flatMap(({ name }): [string, FactoryName][] => {
      const maker = own.includes(name) ? name : concreteSubclassOf(name, constructible);
      return maker === undefined ? [] : [[name, { name: maker, package: undefined }]];
    }),
  ]);
  const chosen =
    selection.entity === undefined ? constructible : closure(selection.entity, constructible, known);
  requireConstructible(chosen, { ...context, known });
  return chosen.map((entity) => planFactory(entity, { ...context, known, entities: model.entities }));
}

/** Returns the first concrete entity that extends an abstract one. */
function concreteSubclassOf(base: string, constructible: readonly EntityModel[]): string | undefined {
  return constructible.find(({ bases }) => bases.includes(base))?.name;
}

/** Returns an entity with all entities that its factory needs. */
function closure(
  start: string,
  entities: readonly EntityModel[],
  known: ReadonlyMap<string, FactoryName>,
): EntityModel[] {
  const found = new Set<string>();
  const visit = (name: string): void => {
    const entity = entities.find((each) => each.name === name);
    if (!entity || found.has(name)) return;
    found.add(name);
    for (const { target = '' } of entity.properties) visit(known.get(target)?.name ?? '');
  };
  visit(start);
  return entities.filter(({ name }) => found.has(name));
}
