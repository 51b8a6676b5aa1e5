import type { FactoryState, ResolvedLayer } from './factory-state.ts';

/** Describes the source of each attribute and parent. */
export function explainValues(
  factory: string,
  values: object,
  layers: readonly ResolvedLayer[],
  { given, made, tenant }: FactoryState,
): string {
  const attributes = Object.entries(values).map(
    ([name, value]) => `  ${name} = ${JSON.stringify(value)} (${sourceOf(name, layers)})`,
  );
  const parents = Object.keys(given).map((name) => `  ${name}: set by associations()`);
  const changed = Object.keys(made).map((name) => `  ${name}: built as configured by with()`);
  const { name } = (tenant ?? {}) as { readonly name?: string };
  const owner = tenant ? [`  everything belongs to ${name ?? 'the tenant'}, set by for()`] : [];
  return [`${factory} builds`, ...attributes, ...parents, ...changed, ...owner].join('\n');
}

function sourceOf(name: string, layers: readonly ResolvedLayer[]): string {
  return layers.findLast(({ values }) => name in values)?.source ?? 'default';
}
