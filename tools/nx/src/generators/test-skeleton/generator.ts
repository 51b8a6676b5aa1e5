import type { Tree } from '@nx/devkit';
import { allOrNothing } from '../lib/all-or-nothing/all-or-nothing.ts';
import { checkComponents } from '../lib/components-in.ts';
import { refuseDirty } from '../lib/refuse-dirty.ts';
import { normalizeOptions } from './lib/normalize-options.ts';
import type { PlanEntry } from './lib/plan/plan.ts';
import { planAsJson, showPlan, sumsOf } from './lib/plan/show-plan.ts';
import { skeletonOf } from './lib/skeleton.ts';
import type { TestSkeletonSchema } from './schema.d.ts';

export default allOrNothing(testSkeletonGenerator);

/** Plans the tests of a component: what its contracts promise against the tests that are there. */
async function testSkeletonGenerator(tree: Tree, schema: TestSkeletonSchema): Promise<void> {
  const components = checkComponents(tree, schema.component);
  const parted: string[] = [];
  const plans: PlanEntry[] = [];
  for (const component of components) {
    const { plan, silent, write } = await skeletonOf(tree, normalizeOptions(tree, { ...schema, component }));
    plans.push(...plan);
    const heading = components.length > 1 ? `${component}\n` : '';
    const shown = schema.check ? plan.filter((entry) => !isSettled(entry)) : plan;
    if (!schema.json) console.log(`\n${heading}${showPlan(plan, silent, shown)}\n`);
    if (!schema.check) await write();
    else if (!plan.every(isSettled)) parted.push(partingOf(component, plan));
  }
  if (schema.json) console.log(planAsJson(plans));
  if (parted.length > 0) throw new Error(parted.join('\n'));
  if (!schema.allowDirty) refuseDirty(tree);
}

function isSettled({ action, isStale, state }: PlanEntry): boolean {
  return action === 'leave' && !isStale && state !== 'orphaned';
}

function partingOf(component: string, plan: readonly PlanEntry[]): string {
  const isStale = plan.some((entry) => entry.isStale);
  return (
    `The tests of ${component} and its contracts have parted: ${sumsOf(plan)}. Expected nothing to do. ` +
    `Bring them together with: nx g test-skeleton ${component}.` +
    (isStale ? ` Change the stale tests, or say that they still hold with --accept.` : '')
  );
}
