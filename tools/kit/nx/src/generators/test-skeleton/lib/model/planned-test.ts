import type { Category, Contract, Member, PromiseOfContract } from '../../../../contract-model/index.ts';

/** A promise with its contract and member: everything that its test is generated from. */
export interface PlannedTest {
  readonly contract: Contract;
  /** `undefined` for a promise of the contract as a whole. */
  readonly member: Member | undefined;
  /** Title of the suite: `Cache.get`, or `Cache` for a promise of the contract as a whole. */
  readonly suite: string;
  readonly category: Category;
  readonly promise: PromiseOfContract;
}
