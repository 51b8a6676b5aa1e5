import type { Outcome } from '../results/task-results.ts';

/**
 * The states of a promise, the most urgent first. A promise has the first one that applies:
 * - `failing`: a test of it failed in its last run
 * - `missing`: no test names it
 * - `orphaned`: a test names it, but no contract states it
 * - `stale`: the promise has changed since its test was accepted
 * - `unproven`: its tests pass, but they notice no change of the implementation
 * - `pending`: its tests are planned, or did not run yet
 * - `unplanned`: a sentence of the documentation that is no promise yet
 * - `waived`: `@untested`, with a reason
 * - `tested`: its tests passed in their last run
 * - `proven`: its tests pass, and they fail when the implementation is changed
 */
export const promiseStates = [
  'failing',
  'missing',
  'orphaned',
  'stale',
  'unproven',
  'pending',
  'unplanned',
  'waived',
  'tested',
  'proven',
] as const;

export type PromiseState = (typeof promiseStates)[number];

/** The promises of all contracts, with their tests and the tests' last results. Byte-stable: sorted, without times. */
export interface Board {
  readonly components: readonly BoardComponent[];
}

export interface BoardComponent {
  readonly name: string;
  readonly promises: readonly BoardPromise[];
}

export interface BoardPromise {
  /** `Cache.get#throws:InvalidKeyError`. */
  readonly id: string;
  readonly state: PromiseState;
  /** `Cache`. */
  readonly contract: string;
  /** `Cache.get`, or the contract's name for a promise of the contract as a whole. */
  readonly member: string;
  readonly category: string;
  /** The words of the contract. For an orphan, the id. */
  readonly text: string;
  readonly signature: string;
  readonly place?: Place;
  readonly revision: string;
  /** The reason of `@untested`. */
  readonly waiver?: string;
  /** The words and the signature that a stale test was accepted for, if Git has them. */
  readonly before?: Wording;
  /** The mutants of the code that its tests execute, if a mutation run of the present code has tried them. */
  readonly mutants?: MutantCount;
  readonly tests: readonly BoardTest[];
}

export interface Wording {
  readonly text: string;
  readonly signature: string;
}

export interface MutantCount {
  readonly killed: number;
  readonly survived: number;
}

export interface Place {
  readonly file: string;
  readonly line: number;
}

export interface BoardTest {
  readonly place: Place;
  readonly title: string;
  /** The revision of the promise that it was written or accepted for. */
  readonly revision: string;
  /** True if it was accepted for an earlier wording of the promise. */
  readonly isStale: boolean;
  /** One run per spec file and level: a suite runs once for each implementation. */
  readonly runs: readonly TestRun[];
}

export interface TestRun {
  readonly file: string;
  readonly level: string;
  readonly state: Outcome;
}
