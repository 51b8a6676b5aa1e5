import { nameForms } from '../../../lib/name-forms.ts';
import type { FactoryName, FactoryPlan, TraitPlan } from '../model/factory-plan.ts';
import type { Value } from '../model/value.ts';
import { importLines } from './import-lines.ts';
import { renderTrait } from './render-trait.ts';

/** Renders the generated base class of a factory, unformatted. */
export function renderBase(plan: FactoryPlan, component: string, library: string): string {
  const { factory, exportName, tenant, parents } = plan;
  const { name } = factory;
  const generics = [
    name,
    `${name}Attributes`,
    ...(parents.length > 0 || tenant ? [parents.length > 0 ? `${name}Parents` : 'NoParents'] : []),
    ...(tenant ? [`EntityMadeBy<${tenant.name}Factory>`] : []),
  ];
  const maker = parents.map(
    (parent) => `${parent.name}: () => new ${parent.factory.name}Factory(this.context)`,
  );
  return [
    `// Generated from the entity by \`nx g factory ${component}\`. Do not edit: put changes into ../${nameForms(name).fileName}-factory.ts.`,
    ...importLines(importsOf(plan, library)),
    '',
    `export type ${name} = EntityOf<typeof ${exportName}>;`,
    ...attributesType(plan),
    ...parentsType(plan),
    '',
    `export abstract class ${name}Base extends EntityFactory<${generics.join(', ')}> {`,
    `  protected readonly entity = ${exportName};`,
    `  protected readonly parents = { ${maker.join(', ')} };`,
    ...plan.traits.flatMap((trait) => ['', renderTrait(trait)]),
    '',
    ...defaults(plan),
    '}',
    '',
  ].join('\n');
}

function attributesType({ factory: { name }, attributes }: FactoryPlan): string[] {
  const pick = (wanted: (value: Value | undefined) => boolean) =>
    attributes.filter(({ value }) => wanted(value)).map((each) => `'${each.name}'`);
  const [needed, optional] = [pick((value) => value !== undefined), pick((value) => value === undefined)];
  const parts = [
    ...(needed.length > 0 || optional.length === 0
      ? [`Pick<${name}, ${needed.join(' | ') || 'never'}>`]
      : []),
    ...(optional.length > 0 ? [`Partial<Pick<${name}, ${optional.join(' | ')}>>`] : []),
  ];
  return [`export type ${name}Attributes = ${parts.join(' & ')};`];
}

function parentsType({ factory: { name }, parents }: FactoryPlan): string[] {
  if (parents.length === 0) return [];
  const lines = parents.map(
    (parent) => `  ${parent.name}${parent.isOptional ? '?' : ''}: ${parent.factory.name}Factory;`,
  );
  return ['', `export interface ${name}Parents {`, ...lines, '}'];
}

function defaults({ factory: { name }, attributes, parents }: FactoryPlan): string[] {
  const made = attributes.flatMap(({ name: attribute, value }) => (value ? [{ attribute, value }] : []));
  const uses = ['number', 'faker'].filter((each) =>
    made.some(({ value }) => value.uses.includes(each as 'number')),
  );
  const making = `BuildContext<${name}Attributes, ${parents.length > 0 ? `${name}Parents` : 'NoParents'}>`;
  return [
    `  protected defaults(${uses.length > 0 ? `{ ${uses.join(', ')} }: ${making}` : ''}): ${name}Attributes {`,
    `    return { ${made.map(({ attribute, value }) => entryOf(attribute, value)).join(', ')} };`,
    '  }',
  ];
}

function entryOf(attribute: string, { code }: Value): string {
  return attribute === code ? attribute : `${attribute}: ${code}`;
}

function importsOf(plan: FactoryPlan, library: string): [string, string][] {
  const { attributes, parents, traits, tenant, exportName } = plan;
  const values = [...attributes.map(({ value }) => value), ...traits.map((trait) => valuesOf(trait))].filter(
    (value) => value !== undefined,
  );
  const usesMaking = attributes.some(({ value }) => (value?.uses.length ?? 0) > 0);
  const others = [
    ...parents.map((parent) => parent.factory),
    ...traits.flatMap((trait) => (trait.kind === 'list' || trait.kind === 'single' ? [trait.factory] : [])),
  ];
  const isValue = new Set(others.map(({ name }) => name));
  return [
    ...values.flatMap(({ crypto }) => crypto).map((name): [string, string] => [name, 'node:crypto']),
    [exportName, library],
    ...others.map((each): [string, string] => [`${each.name}Factory`, moduleOf(each)]),
    ...(tenant && !isValue.has(tenant.name)
      ? [[`type ${tenant.name}Factory`, moduleOf(tenant)] as [string, string]]
      : []),
    ['EntityFactory', kit],
    ['type EntityOf', kit],
    ...(tenant ? [['type EntityMadeBy', kit] as [string, string]] : []),
    ...(usesMaking ? [['type BuildContext', kit] as [string, string]] : []),
    ...((usesMaking || tenant) && parents.length === 0 ? [['type NoParents', kit] as [string, string]] : []),
  ];
}

const kit = '@vouch/testing/factories';

function valuesOf(trait: TraitPlan): Value | undefined {
  return trait.kind === 'values' ? trait.values : undefined;
}

function moduleOf({ name, package: from }: FactoryName): string {
  return from ?? `../${nameForms(name).fileName}-factory.ts`;
}
