import type { Tree } from '@nx/devkit';
import { allOrNothing } from '../lib/all-or-nothing/all-or-nothing.ts';
import { refuseDirty } from '../lib/refuse-dirty.ts';
import { normalizeOptions, type SkeletonOptions } from './lib/normalize-options.ts';
import type { PlanEntry } from './lib/plan/plan.ts';
import { planAsJson, showPlan, sumsOf } from './lib/plan/show-plan.ts';
import { skeletonOf } from './lib/skeleton.ts';
import type { TestSkeletonSchema } from './schema.d.ts';

export default allOrNothing(testSkeletonGenerator);

/** Plans the tests of a component: what its contracts promise against the tests that are there. */
async function testSkeletonGenerator(tree: Tree, schema: TestSkeletonSchema): Promise<void> {
  const options = normalizeOptions(tree, schema);
  const { plan, silent, write } = await skeletonOf(tree, options);
  console.log(options.json ? planAsJson(plan) : `\n${showPlan(plan, silent)}\n`);
  if (options.check) {
    refuseParted(plan, options);
    return;
  }
  await write();
  if (!options.allowDirty) refuseDirty(tree);
}

function refuseParted(plan: readonly PlanEntry[], { component }: SkeletonOptions): void {
  if (plan.every(({ action, isStale, state }) => action === 'leave' && !isStale && state !== 'orphaned'))
    return;
  throw new Error(
    `The tests of ${component} and its contracts have parted: ${sumsOf(plan)}. Expected nothing to do. ` +
      `Bring them together with: nx g test-skeleton ${component}`,
  );
}
