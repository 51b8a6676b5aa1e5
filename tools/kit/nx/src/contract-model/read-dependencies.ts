import type { Dependency } from './dependencies/dependency.ts';
import type { ContractSources } from './sources.ts';

/** Returns the dependencies of a component's app library. The sources must contain the app library's files. */
export async function readDependencies(sources: ContractSources, component: string): Promise<Dependency[]> {
  const { buildDependencies } = await import('./dependencies/build-dependencies.ts');
  return buildDependencies(sources, component);
}
