import type { Tree } from '@nx/devkit';
import { findSources, readContracts } from '../../../contract-model/index.ts';
import { checkComponents } from '../../lib/components-in.ts';
import type { TestSkeletonSchema } from '../schema.d.ts';
import { normalizeOptions, type SkeletonOptions } from './normalize-options.ts';
import { choosableNames } from './read/select-promises.ts';

/** The options for each component that is meant: of `all`, those that have what --only names, each with names of its own. */
export async function optionsOfEach(tree: Tree, schema: TestSkeletonSchema): Promise<SkeletonOptions[]> {
  const all = checkComponents(tree, schema.component).map((component) =>
    normalizeOptions(tree, { ...schema, component }),
  );
  const { only = [], exclude = [] } = all[0] ?? {};
  if (schema.component !== 'all' || only.length + exclude.length === 0) return all;
  const { components } = await readContracts(findSources(tree));
  const names = new Map(components.map((component) => [component.name, choosableNames(component)]));
  refuseUnknown([...only, ...exclude], [...names.values()]);
  return all
    .map((options) => {
      const own = names.get(options.component) ?? new Set();
      const ofItsOwn = (list: readonly string[]) => list.filter((name) => own.has(name));
      return { ...options, only: ofItsOwn(options.only), exclude: ofItsOwn(options.exclude) };
    })
    .filter((options) => only.length === 0 || options.only.length > 0);
}

function refuseUnknown(wanted: readonly string[], known: readonly ReadonlySet<string>[]): void {
  const unknown = wanted.find((name) => !known.some((names) => names.has(name)));
  if (unknown === undefined) return;
  throw new Error(
    `No component has a contract or member "${unknown}". Nothing was written. ` +
      'Expected names such as Cache or Cache.get. See all of them: nx g test-skeleton all --dry-run',
  );
}
