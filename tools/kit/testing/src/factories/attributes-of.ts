import { Factory } from 'fishery';
import { type FactoryContext, fakerOf, nextNumber } from './factory-context.ts';
import { type FactoryState, layersFor, merged, type ResolvedLayer } from './factory-state.ts';
import type { BuildContext } from './build-context.ts';

/** What the attributes of one thing are made from. */
export interface AttributesPlan {
  readonly context: FactoryContext;
  readonly state: FactoryState;
  /** What the call itself asks for. */
  readonly asked: object;
  /** Which of a list it is. */
  readonly index: number;
  readonly parents: object;
}

/** Default values with all layers over them, and the layers, to explain which came from where. */
export function attributesOf<Attributes>(
  { context, state, asked, index, parents }: AttributesPlan,
  defaults: (build: BuildContext<object, object>) => Attributes,
): { values: Attributes; layers: ResolvedLayer[] } {
  const build = { number: nextNumber(), parents, faker: fakerOf(context) };
  const layers = layersFor(state, asked, index, build);
  const all = merged(layers);
  const factory = Factory.define<Attributes>(() => defaults({ ...build, asked: all }));
  return { layers, values: factory.build(all as never) };
}
