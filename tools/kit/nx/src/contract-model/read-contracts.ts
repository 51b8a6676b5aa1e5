import type { ContractModel } from './model.ts';
import type { ContractSources } from './sources.ts';

/** Returns the sorted model of all contracts. Pure, except that the first call loads the parser. */
export async function readContracts(sources: ContractSources): Promise<ContractModel> {
  const { buildModel } = await import('./build-model.ts');
  return buildModel(sources);
}
