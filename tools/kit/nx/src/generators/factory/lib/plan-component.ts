import type { Tree } from '@nx/devkit';
import { filesOf } from './factory-files.ts';
import { readDocumentedTraits } from './metadata/read-documented-traits.ts';
import { readEntities } from './metadata/read-entities.ts';
import { readExamples } from './metadata/read-examples.ts';
import type { FactoryOptions } from './normalize-options.ts';
import type { FactoryName, FactoryPlan } from './model/factory-plan.ts';
import { planFactories } from './plan/plan-factories.ts';
import { readUpstream, type Upstream } from './read-upstream.ts';
import { findTenancy, type FoundTenancy } from './tenancy/find-tenancy.ts';

export interface ComponentPlan {
  readonly plans: readonly FactoryPlan[];
  readonly tenancy: FoundTenancy | undefined;
  /** Components whose factories or tenants this component's factories use. */
  readonly upstream: readonly Upstream[];
  /** All entities of the component. */
  readonly entities: readonly string[];
}

/** Reads a component's entities and plans their factories. */
export function planComponent(tree: Tree, options: FactoryOptions): ComponentPlan {
  const { component } = options;
  const model = readEntities(tree, component);
  const entities = model.entities.map(({ name }) => name);
  requireEntities(entities, component);
  const upstream = readUpstream(tree, component);
  const tenancy = findTenancy(tree, options, model, upstream);
  const handwritten = entities.filter((name) => tree.exists(filesOf(component).ownOf(name)));
  const plans = planFactories(
    model,
    { ...options, handwritten },
    {
      component,
      tenancy,
      upstream: knownOf(upstream),
      examples: readExamples(tree, component, model.entities),
      documented: readDocumentedTraits(tree, `libs/${component}/app`),
    },
  );
  const used = upstream.filter(({ package: name }) => isUsed(name, plans) || tenancy?.package === name);
  return { plans, tenancy, upstream: used, entities };
}

/** If two components have an entity of the same name, the nearer one wins. */
function knownOf(upstream: readonly Upstream[]): Map<string, FactoryName> {
  return new Map(
    upstream
      .toReversed()
      .flatMap(({ entities, package: from }) =>
        entities.map((name) => [name, { name, package: from }] as const),
      ),
  );
}

function isUsed(name: string, plans: readonly FactoryPlan[]): boolean {
  return plans.some(({ parents, tenant }) =>
    [...parents.map(({ factory }) => factory), tenant].some((factory) => factory?.package === name),
  );
}

function requireEntities(entities: readonly string[], component: string): void {
  if (entities.length > 0) return;
  throw new Error(
    `The app library of ${component} exports no entities. Nothing was written. ` +
      `Expected exports from defineEntity() in libs/${component}/app/src/index.ts. Create a component with an entity: nx g component <name> --entity`,
  );
}
