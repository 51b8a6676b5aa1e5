import type { Tree } from '@nx/devkit';
import type { PlanEntry } from './plan/plan-entry.ts';
import { planTests } from './plan/plan-tests.ts';
import { readComponent } from './read/read-component.ts';
import { selectPromises } from './read/select-promises.ts';
import { readTestLibrary } from './read/read-test-library.ts';
import { draftOf } from './render/render-test.ts';
import { writePlan } from './write/write-plan.ts';
import type { SkeletonOptions } from './model/skeleton-options.ts';

export interface Skeleton {
  readonly plan: readonly PlanEntry[];
  /** Contracts without documentation, each with its place. */
  readonly silent: readonly string[];
  write(this: void): Promise<void>;
}

/** Compares a component's contracts with its tests. Writes nothing until `write` is called. */
export async function prepareSkeleton(tree: Tree, options: SkeletonOptions): Promise<Skeleton> {
  const { component, known, silent } = await readComponent(tree, options.component);
  const library = readTestLibrary(tree, component);
  const all = selectPromises(component, { only: [], exclude: [] });
  const selected = selectPromises(component, options);
  const chosen = new Set(selected.map(({ suite }) => suite));
  const isAll = options.only.length + options.exclude.length === 0;
  const plan = await planTests({
    selected,
    found: library.tests,
    known,
    isOthers: (id) => !isAll && !chosen.has(id.split('#')[0] ?? ''),
    draftOf: (planned, file) => draftOf(planned, library.contextOf(planned, file)),
    prune: options.prune,
    accept: options.accept,
  });
  const folder = `${library.root}/${options.level}`;
  const newFile = `${folder}/new.${options.level === 'contract' ? 'suite' : 'spec'}.ts`;
  return { plan, silent, write: () => writePlan(plan, { ...options, tree, library, all, folder, newFile }) };
}
