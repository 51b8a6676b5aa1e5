import type { Dependency } from './dependencies/dependency.ts';
import type { ContractSources } from './sources.ts';

/** What a component's app library is given from outside. The sources must hold the app library's files too. */
export async function readDependencies(sources: ContractSources, component: string): Promise<Dependency[]> {
  const { buildDependencies } = await import('./dependencies/build-dependencies.ts');
  return buildDependencies(sources, component);
}
