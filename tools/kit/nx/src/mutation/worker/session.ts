/** The files by which the main process and the workers of a mutation run communicate. */
export interface MutationSession {
  /** The file with the {@link RunPlan}. */
  readonly plan: string;
  /** The file to which workers append {@link JournalEntry}s, one per line. */
  readonly journal: string;
  readonly mutants: number;
  /** The number of the first mutant of each source file. */
  readonly sources: readonly number[];
}

/** The tests to run, by test file and key. */
export type RunPlan = Readonly<Record<string, FilePlan>>;

export interface FilePlan {
  /** Tests that run without a mutant, to record what they cover. `all`: every test of the file. */
  readonly covering: 'all' | readonly string[];
  readonly tests: Readonly<Record<string, TestPlan>>;
}

export interface TestPlan {
  /** Mutants to try, unless an earlier test of the file has killed them. */
  readonly tries: readonly number[];
  /** The number of tries that are active together at first. */
  readonly groupSize: number;
  /** Mutants to try in this order until a test of the promise has noticed one. */
  readonly proofs: readonly number[];
}

/**
 * The outcome of a test with an active mutant. `crashed`: the code stopped with an error of the language, such as a
 * TypeError, which a test notices even if it checks nothing. `timeout`: it did not end in time. `unreached`: the test
 * did not execute the mutant.
 */
export type Verdict = 'killed' | 'crashed' | 'timeout' | 'survived' | 'unreached';

export type JournalEntry =
  | CoveredEntry
  /** The test fails without any mutant. */
  | { readonly event: 'red'; readonly file: string; readonly test: string; readonly message: string }
  /** Mutants that were executed outside of tests, while modules and hooks of the file were loaded or ran. */
  | { readonly event: 'loaded'; readonly file: string; readonly mutants: readonly number[] }
  | TriedEntry
  | {
      readonly event: 'verdict';
      readonly file: string;
      readonly test: string;
      readonly mutant: number;
      readonly verdict: Verdict;
    }
  /** Mutants have changed the state of the file. It must be loaded again before the next test. */
  | { readonly event: 'unclean'; readonly file: string };

export interface CoveredEntry {
  readonly event: 'covered';
  readonly file: string;
  readonly test: string;
  readonly promise?: string;
  readonly level: string;
  readonly mutants: readonly number[];
}

/** Mutants are about to be tried together. If nothing follows within `limit` milliseconds, the worker hangs. */
export interface TriedEntry {
  readonly event: 'try';
  readonly file: string;
  readonly test: string;
  readonly mutants: readonly number[];
  readonly worker: number;
  readonly limit: number;
}
