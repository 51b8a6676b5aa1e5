import type { FactoryState, Layer } from './factory-state.ts';

export function explained<Attributes extends object>(
  factory: string,
  values: Attributes,
  layers: readonly Layer<Attributes>[],
  { associations, organization }: FactoryState<Attributes, object>,
): string {
  const attributes = Object.entries(values).map(
    ([name, value]) => `  ${name} = ${JSON.stringify(value)} (${sourceOf(name, layers)})`,
  );
  const parents = Object.keys(associations).map((name) => `  ${name}: given by associations`);
  const tenant = organization ? [`  organization: ${organization.name}, given by for`] : [];
  return [`${factory} makes`, ...attributes, ...parents, ...tenant].join('\n');
}

function sourceOf(name: string, layers: readonly Layer<object>[]): string {
  return layers.findLast(({ values }) => name in values)?.source ?? 'default';
}
