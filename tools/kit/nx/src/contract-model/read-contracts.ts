import type { ContractModel } from './model.ts';
import type { ContractSources } from './sources.ts';

/** The sorted model of all that the contracts promise. Pure, apart from loading the parser when it is first called. */
export async function readContracts(sources: ContractSources): Promise<ContractModel> {
  const { buildModel } = await import('./build-model.ts');
  return buildModel(sources);
}
