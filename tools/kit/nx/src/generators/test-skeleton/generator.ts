import type { Tree } from '@nx/devkit';
import { allOrNothing } from '../lib/all-or-nothing/all-or-nothing.ts';
import { requireCommitted } from '../lib/require-committed.ts';
import { optionsPerComponent } from './lib/options-per-component.ts';
import type { PlanEntry } from './lib/plan/plan-entry.ts';
import { planAsJson, showPlan, sumsOf } from './lib/plan/show-plan.ts';
import { prepareSkeleton } from './lib/prepare-skeleton.ts';
import type { TestSkeletonSchema } from './schema.d.ts';

export default allOrNothing(testSkeletonGenerator);

/** Plans the tests of a component: compares the promises of its contracts with the existing tests. */
async function testSkeletonGenerator(tree: Tree, schema: TestSkeletonSchema): Promise<void> {
  const drifted: string[] = [];
  const plans: PlanEntry[] = [];
  for (const options of await optionsPerComponent(tree, schema)) {
    const { component } = options;
    const { plan, silent, write } = await prepareSkeleton(tree, options);
    plans.push(...plan);
    const heading = schema.component === 'all' ? `${component}\n` : '';
    const shown = schema.check ? plan.filter((entry) => !isInSync(entry)) : plan;
    if (!schema.json) console.log(`\n${heading}${showPlan(plan, silent, shown)}\n`);
    if (!schema.check) await write();
    else if (!plan.every(isInSync)) drifted.push(driftMessage(component, plan));
  }
  if (schema.json) console.log(planAsJson(plans));
  if (drifted.length > 0) throw new Error(drifted.join('\n'));
  if (!schema.allowDirty) requireCommitted(tree);
}

function isInSync({ action, isStale, state }: PlanEntry): boolean {
  return action === 'leave' && !isStale && state !== 'orphaned';
}

function driftMessage(component: string, plan: readonly PlanEntry[]): string {
  const isStale = plan.some((entry) => entry.isStale);
  return (
    `Tests and contracts of ${component} are out of sync: ${sumsOf(plan)}. ` +
    `Run: nx g test-skeleton ${component}.` +
    (isStale ? ` Change the stale tests, or confirm them: npm run board -- --accept=<promise>.` : '')
  );
}
