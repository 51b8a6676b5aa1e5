import type { Tree } from '@nx/devkit';
import { findSources, readContracts } from '../../../contract-model/index.ts';
import { requireComponents } from '../../lib/components.ts';
import type { TestSkeletonSchema } from '../schema.d.ts';
import { normalizeOptions } from './normalize-options.ts';
import { choosableNames, refuseUnknown } from './read/select-promises.ts';
import type { SkeletonOptions } from './model/skeleton-options.ts';

/** The options for each component that is meant: of `all`, those that have what --only names, each with names of its own. */
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
  refuseUnknown(components, [...only, ...exclude]);
  const names = new Map(components.map((component) => [component.name, choosableNames(component)]));
  return all
    .map((options) => {
      const own = names.get(options.component) ?? new Set();
      const ofItsOwn = (list: readonly string[]) => list.filter((name) => own.has(name));
      return { ...options, only: ofItsOwn(options.only), exclude: ofItsOwn(options.exclude) };
    })
    .filter((options) => only.length === 0 || options.only.length > 0);
}
