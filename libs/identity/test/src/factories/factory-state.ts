import type { OrganizationEntity } from '@acme/identity';

/** Values for some attributes, and where they come from. */
export interface Layer<Attributes> {
  readonly source: string;
  readonly values: Partial<Attributes>;
}

/** Values that take turns: the nth thing made gets the nth of them, and then from the start again. */
export interface Cycle<Attributes> {
  readonly name: keyof Attributes & string;
  readonly values: readonly unknown[];
}

/** What a factory was told so far. Later layers win. */
export interface FactoryState<Attributes, Associations> {
  readonly layers: readonly Layer<Attributes>[];
  readonly cycles: readonly Cycle<Attributes>[];
  readonly associations: Partial<Associations>;
  readonly organization?: OrganizationEntity;
}

export const untold = { layers: [], cycles: [], associations: {} };

/** The layers as they apply to the thing with the index, cycles last but for what the call itself asks. */
export function layersFor<Attributes>(
  { layers, cycles }: Pick<FactoryState<Attributes, unknown>, 'layers' | 'cycles'>,
  asked: Partial<Attributes>,
  index: number,
): Layer<Attributes>[] {
  const turns = cycles.map(({ name, values }) => ({
    source: 'cycle',
    values: { [name]: values[index % values.length] } as Partial<Attributes>,
  }));
  return [...layers, ...turns, { source: 'asked for', values: asked }];
}

export function merged<Attributes>(layers: readonly Layer<Attributes>[]): Partial<Attributes> {
  return Object.assign({}, ...layers.map(({ values }) => values)) as Partial<Attributes>;
}
