import { nameForms } from '../../../lib/name-forms.ts';
import type { EntityModel, PropertyModel } from '../model/entity-model.ts';
import { columnValue } from './column-value.ts';
import type { ParentPlan, PlanContext, TraitPlan } from '../model/factory-plan.ts';
import { literal, objectOf, plain, type Value } from '../model/value.ts';

interface Subject {
  readonly entity: EntityModel;
  readonly scalars: readonly PropertyModel[];
  readonly parents: readonly ParentPlan[];
  readonly context: PlanContext;
}

/** A trait before its name is decided. */
interface Candidate {
  /** Short name first. */
  readonly names: readonly [string, string];
  readonly trait: DistributiveOmit<TraitPlan, 'name'>;
}

type DistributiveOmit<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never;

/** Plans the traits: enum values, booleans, nullable columns and parents, lists, and documented traits. */
export function planTraits(subject: Subject): TraitPlan[] {
  const { entity, parents, scalars, context } = subject;
  const documented = (context.documented.get(entity.exportName ?? '') ?? []).map(
    ({ name, values, text }): TraitPlan => ({
      name,
      kind: 'values',
      values: plain(values),
      ...(text ? { documentation: text } : {}),
    }),
  );
  const candidates = [
    ...scalars.flatMap((property) => ofColumn(property, subject)),
    ...parents.filter(({ isOptional }) => isOptional).map(ofParent),
    ...entity.properties.flatMap((property) => ofList(property, context)),
  ];
  return [
    ...documented,
    ...awaitedType(
      candidates,
      documented.map(({ name }) => name),
    ),
  ];
}

/** Settles name clashes: both traits take their longer names. A documented trait is not generated again. */
function awaitedType(candidates: readonly Candidate[], documented: readonly string[]): TraitPlan[] {
  const first = candidates.map(({ names }) => names[0]);
  const isTaken = (name: string) =>
    reserved.has(name) || first.indexOf(name) !== first.lastIndexOf(name) || !/^[a-z_$]/i.test(name);
  return candidates
    .map(({ names: [short, long], trait }): TraitPlan => ({ name: isTaken(short) ? long : short, ...trait }))
    .filter(({ name }) => !documented.includes(name));
}

function ofColumn(property: PropertyModel, { entity, context }: Subject): Candidate[] {
  const { name, items, runtimeType, nullable, default: given, givenByDatabase } = property;
  if (givenByDatabase || property.array) return [];
  const { className } = nameForms(name);
  const set = (short: string, long: string, value: Value): Candidate => ({
    names: [short, long],
    trait: { kind: 'values', values: objectOf([[name, value]]) },
  });
  if (items.length > 0) {
    return items.map((item) => {
      const words = nameForms(String(item));
      return set(words.propertyName, `${name}${words.className}`, literal(item));
    });
  }
  if (runtimeType === 'boolean') {
    const bare = /^is[A-Z]/.test(name) ? nameForms(name.slice(2)).propertyName : name;
    const not = `not${nameForms(bare).className}`;
    return [set(bare, `with${className}`, plain('true')), set(not, `without${className}`, plain('false'))];
  }
  if (!nullable) return [];
  if (given !== undefined) return [set(`without${className}`, `no${className}`, plain('null'))];
  const value = columnValue(property, entity, context);
  return value ? [set(`with${className}`, `having${className}`, value)] : [];
}

function ofParent({ name }: ParentPlan): Candidate {
  const { className } = nameForms(name);
  return { names: [`with${className}`, `having${className}`], trait: { kind: 'parent', parent: name } };
}

function ofList(property: PropertyModel, { known }: PlanContext): Candidate[] {
  const { name, kind, target = '', owner, readOnly } = property;
  const isSingle = kind === '1:1' && !owner;
  const factory = known.get(target);
  if (!factory || readOnly || (kind !== '1:m' && kind !== 'm:n' && !isSingle)) return [];
  const { className } = nameForms(name);
  const trait = { kind: isSingle ? ('single' as const) : ('list' as const), property: name, factory };
  return [{ names: [`with${className}`, `having${className}`], trait }];
}

/** The members of every factory. */
export const reserved = new Set(
  (
    'constructor context entity parents defaults trait having build buildList create createList getOrCreate attributes ' +
    'explain for apart associations with cycle'
  ).split(' '),
);
