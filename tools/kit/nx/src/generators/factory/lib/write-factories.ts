import type { Tree } from '@nx/devkit';
import { addDependency } from '../../lib/add-dependency.ts';
import { packageNameOf } from '../../lib/workspace-packages.ts';
import { filesOf } from './factory-files.ts';
import type { FactoryOptions } from './normalize-options.ts';
import type { FactoryPlan } from './model/factory-plan.ts';
import { planComponent } from './plan-component.ts';
import { requireDatabase } from './require-database.ts';
import { renderBindings } from './render/render-bindings.ts';
import { renderBase } from './render/render-base.ts';
import { renderFactory } from './render/render-factory.ts';
import { renderFactoriesSpec, renderTenancy } from './render/render-factories-spec.ts';
import type { FileEntry } from './write/file-entry.ts';
import { FilesWriter } from './write/files-writer.ts';
import { markOrphans } from './write/orphaned-factories.ts';
import { wireFactories } from './write/wire-factories.ts';

/** Writes a component's factories into the tree. Returns their files with the action taken for each. */
export async function writeFactories(tree: Tree, options: FactoryOptions): Promise<FileEntry[]> {
  const { component, prune } = options;
  const files = filesOf(component);
  const library = packageNameOf(tree, `libs/${component}/app`);
  const { plans, tenancy, upstream, entities } = planComponent(tree, options);
  requireDatabase(tree, component);
  const writer = new FilesWriter(tree);
  await writeEach(writer, plans, component, library);
  if (tenancy && tenancy.package === undefined) {
    await writer.own(files.tenancy, 'tenants', renderTenancy(tenancy));
  }
  const made = madeOf(tree, component, plans, entities);
  const all = renderBindings({ component, entities: made, upstream, tenancy });
  await writer.generated(files.all, 'all factories', all);
  await writer.own(files.proof, 'proof', renderFactoriesSpec(component, tenancy));
  for (const name of ['@vouch/testing', library, ...upstream.map((each) => each.package)]) {
    await addDependency(tree, files.library, name);
  }
  await wireFactories(tree, writer, { component, entities: made, tenancy });
  markOrphans(tree, writer, files, { entities, prune });
  return writer.entries;
}

async function writeEach(
  writer: FilesWriter,
  plans: readonly FactoryPlan[],
  component: string,
  library: string,
): Promise<void> {
  const files = filesOf(component);
  for (const plan of plans) {
    const { name } = plan.entity;
    const traits = plan.traits.map((trait) => trait.name);
    await writer.generated(files.baseOf(name), name, renderBase(plan, component, library), traits);
    await writer.own(files.ownOf(name), name, renderFactory(name));
  }
}

/** Returns the entities with factories: planned ones, and those that have one already. */
function madeOf(
  tree: Tree,
  component: string,
  plans: readonly FactoryPlan[],
  entities: readonly string[],
): string[] {
  const { all, ownOf } = filesOf(component);
  const present = [...(tree.read(all, 'utf-8') ?? '').matchAll(/^ {2}\w+: (\w+)Factory,$/gm)].map(
    ([, name = '']) => name,
  );
  const kept = present.filter((name) => entities.includes(name) && tree.exists(ownOf(name)));
  return [...new Set([...plans.map(({ entity }) => entity.name), ...kept])].toSorted();
}
