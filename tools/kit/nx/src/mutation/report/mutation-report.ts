/**
 * The states of a mutant.
 * - `killed`: a test fails with it
 * - `timeout`: a test does not end with it
 * - `survived`: all tests that execute it pass
 * - `not covered`: no test executes it
 * - `static`: only modules or hooks execute it, before any test. It is not tried.
 */
export type MutantState = 'killed' | 'timeout' | 'survived' | 'not covered' | 'static';

/** The result of a mutation run of a component. Byte-stable: sorted, without times. */
export interface MutationReport {
  readonly component: string;
  /** By file and position. */
  readonly mutants: readonly MutantReport[];
  /** By id. */
  readonly promises: readonly PromiseProof[];
}

export interface MutantReport {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** `>= → >`. */
  readonly change: string;
  readonly state: MutantState;
  /** The promises whose tests execute it. */
  readonly promises: readonly string[];
  readonly killedBy?: Killer;
}

export interface Killer {
  readonly file: string;
  readonly test: string;
  readonly promise?: string;
}

/** The mutants that the tests of a promise execute. */
export interface PromiseProof {
  readonly id: string;
  /** `unproven`: no test of the promise notices any of them. A crash of the code alone is no proof. */
  readonly state: 'proven' | 'unproven';
  /** Killed by a test of any promise or by another test. */
  readonly killed: number;
  readonly survived: number;
}

export type Counts = Readonly<Record<MutantState, number>>;

export function countStates(mutants: readonly MutantReport[]): Counts {
  const counts = { killed: 0, timeout: 0, survived: 0, 'not covered': 0, static: 0 };
  for (const { state } of mutants) counts[state] += 1;
  return counts;
}

/** Returns the mutants that tests notice, but no test of a promise. */
export function withoutPromise(mutants: readonly MutantReport[]): MutantReport[] {
  return mutants.filter(({ killedBy }) => killedBy !== undefined && killedBy.promise === undefined);
}
