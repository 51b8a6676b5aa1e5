import type { BuildContext } from './build-context.ts';

/** Values for some attributes, and their source. */
export interface Layer {
  readonly source: string;
  readonly values: object | Derive;
}

type Derive = (build: BuildContext<object, object>) => object;

/** Values to assign in turn: the nth entity gets the nth value, starting again after the last. */
export interface Cycle {
  readonly name: string;
  readonly values: readonly unknown[];
}

/** Children to build with an entity. */
export interface RequestedChildren {
  /** The entity's collection for them. */
  readonly property: string;
  readonly count: number;
  readonly factory: object;
}

/** The configuration of a factory. Later layers win. */
export interface FactoryState {
  readonly layers: readonly Layer[];
  readonly cycles: readonly Cycle[];
  /** Existing parents. */
  readonly given: Readonly<Record<string, object>>;
  /** Changes to the factories of missing parents. */
  readonly made: Readonly<Record<string, (factory: never) => object>>;
  readonly wanted: readonly RequestedChildren[];
  readonly tenant?: object;
  /** True if each entity of a list gets its own tenant. */
  readonly apart?: boolean;
}

export const emptyState: FactoryState = { layers: [], cycles: [], given: {}, made: {}, wanted: [] };

export interface ResolvedLayer {
  readonly source: string;
  readonly values: object;
}

/** Returns the layers for the entity at this index. Cycles come after traits and before the attributes of the call. */
export function layersFor(
  { layers, cycles }: FactoryState,
  requested: object,
  index: number,
  build: Omit<BuildContext<object, object>, 'requested'>,
): ResolvedLayer[] {
  const resolved: ResolvedLayer[] = [];
  for (const { source, values } of layers) {
    const soFar = merged([...resolved, { source: 'requested', values: requested }]);
    resolved.push({ source, values: isFunction(values) ? values({ ...build, requested: soFar }) : values });
  }
  const cycled = cycles.map(({ name, values }) => ({
    source: 'cycle',
    values: { [name]: values[index % values.length] },
  }));
  return [...resolved, ...cycled, { source: 'requested', values: requested }];
}

export function merged(layers: readonly ResolvedLayer[]): object {
  return Object.assign({}, ...layers.map(({ values }) => values)) as object;
}

function isFunction(values: object | Derive): values is Derive {
  return typeof values === 'function';
}
