import type { BuildContext } from './build-context.ts';

/** Values for some attributes, and where they come from. */
export interface Layer {
  readonly source: string;
  readonly values: object | Derive;
}

type Derive = (build: BuildContext<object, object>) => object;

/** Values that take turns: the nth thing made gets the nth of them, and then from the start again. */
export interface Cycle {
  readonly name: string;
  readonly values: readonly unknown[];
}

/** Things that are to belong to the thing made. */
export interface RequestedChildren {
  /** The collection that they are in. */
  readonly property: string;
  readonly count: number;
  readonly factory: object;
}

/** What a factory was told so far. Later layers win. */
export interface FactoryState {
  readonly layers: readonly Layer[];
  readonly cycles: readonly Cycle[];
  /** Parents that are there. */
  readonly given: Readonly<Record<string, object>>;
  /** How parents are to be made that are not there. */
  readonly made: Readonly<Record<string, (factory: never) => object>>;
  readonly wanted: readonly RequestedChildren[];
  readonly tenant?: object;
  /** The things of a list do not share a tenant. */
  readonly apart?: boolean;
}

export const emptyState: FactoryState = { layers: [], cycles: [], given: {}, made: {}, wanted: [] };

export interface ResolvedLayer {
  readonly source: string;
  readonly values: object;
}

/** The layers as they apply to the thing with the index, cycles last but for what the call itself asks. */
export function layersFor(
  { layers, cycles }: FactoryState,
  asked: object,
  index: number,
  build: Omit<BuildContext<object, object>, 'asked'>,
): ResolvedLayer[] {
  const resolved: ResolvedLayer[] = [];
  for (const { source, values } of layers) {
    const soFar = merged([...resolved, { source: 'asked for', values: asked }]);
    resolved.push({ source, values: isFunction(values) ? values({ ...build, asked: soFar }) : values });
  }
  const turns = cycles.map(({ name, values }) => ({
    source: 'cycle',
    values: { [name]: values[index % values.length] },
  }));
  return [...resolved, ...turns, { source: 'asked for', values: asked }];
}

export function merged(layers: readonly ResolvedLayer[]): object {
  return Object.assign({}, ...layers.map(({ values }) => values)) as object;
}

function isFunction(values: object | Derive): values is Derive {
  return typeof values === 'function';
}
