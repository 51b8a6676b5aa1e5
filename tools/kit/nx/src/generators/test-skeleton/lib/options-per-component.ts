import type { Tree } from '@nx/devkit';
import { findSources, readContracts } from '../../../contract-model/index.ts';
import { requireComponents } from '../../lib/components.ts';
import type { TestSkeletonSchema } from '../schema.d.ts';
import { normalizeOptions } from './normalize-options.ts';
import { choosableNames, requireKnown } from './read/select-promises.ts';
import type { SkeletonOptions } from './model/skeleton-options.ts';

/**
 * Returns the options of each component. For `all`, keeps the components with names from --only, each with its own
 * names.
 */
export async function optionsPerComponent(
  tree: Tree,
  schema: TestSkeletonSchema,
): Promise<SkeletonOptions[]> {
  const all = requireComponents(tree, schema.component).map((component) =>
    normalizeOptions(tree, { ...schema, component }),
  );
  const { only = [], exclude = [] } = all[0] ?? {};
  if (schema.component !== 'all' || only.length + exclude.length === 0) return all;
  const { components } = await readContracts(findSources(tree));
  requireKnown(components, [...only, ...exclude]);
  const names = new Map(components.map((component) => [component.name, choosableNames(component)]));
  return all
    .map((options) => {
      const own = names.get(options.component) ?? new Set();
      const ofItsOwn = (list: readonly string[]) => list.filter((name) => own.has(name));
      return { ...options, only: ofItsOwn(options.only), exclude: ofItsOwn(options.exclude) };
    })
    .filter((options) => only.length === 0 || options.only.length > 0);
}
