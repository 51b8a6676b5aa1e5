import type { FactoryState, ResolvedLayer } from './factory-state.ts';

/** Which value comes from where. */
export function explainValues(
  factory: string,
  values: object,
  layers: readonly ResolvedLayer[],
  { given, made, tenant }: FactoryState,
): string {
  const attributes = Object.entries(values).map(
    ([name, value]) => `  ${name} = ${JSON.stringify(value)} (${sourceOf(name, layers)})`,
  );
  const parents = Object.keys(given).map((name) => `  ${name}: given by associations`);
  const changed = Object.keys(made).map((name) => `  ${name}: made as with() says`);
  const { name } = (tenant ?? {}) as { readonly name?: string };
  const owner = tenant ? [`  everything belongs to ${name ?? 'the tenant'}, given by for`] : [];
  return [`${factory} makes`, ...attributes, ...parents, ...changed, ...owner].join('\n');
}

function sourceOf(name: string, layers: readonly ResolvedLayer[]): string {
  return layers.findLast(({ values }) => name in values)?.source ?? 'default';
}
