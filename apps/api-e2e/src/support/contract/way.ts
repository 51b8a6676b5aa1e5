import type { Answer } from '../caller.ts';
import type { Operation } from '../open-api.ts';
import type { ContractWorld } from './contract-world.ts';

/** Has a route give an answer that it declares. */
export type Way = (world: ContractWorld, operation: Operation) => Promise<Answer>;

/** Makes something, and returns its id. */
export type Thing = (world: ContractWorld) => Promise<string | undefined>;
