import { Factory } from 'fishery';
import { type FactoryContext, fakerOf, nextNumber } from './factory-context.ts';
import { type FactoryState, layersFor, merged, type ResolvedLayer } from './factory-state.ts';
import type { BuildContext } from './build-context.ts';

/** The inputs for the attributes of one entity. */
export interface AttributesPlan {
  readonly context: FactoryContext;
  readonly state: FactoryState;
  /** The attributes in the call itself. */
  readonly requested: object;
  /** The position in the list that is built. */
  readonly index: number;
  readonly parents: object;
}

/**
 * Returns the attributes with all layers applied, and the layers, so that `explain` can name the source of each
 * value.
 */
export function attributesOf<Attributes>(
  { context, state, requested, index, parents }: AttributesPlan,
  defaults: (build: BuildContext<object, object>) => Attributes,
): { values: Attributes; layers: ResolvedLayer[] } {
  const build = { number: nextNumber(), parents, faker: fakerOf(context) };
  const layers = layersFor(state, requested, index, build);
  const all = merged(layers);
  const factory = Factory.define<Attributes>(() => defaults({ ...build, requested: all }));
  return { layers, values: factory.build(all as never) };
}
