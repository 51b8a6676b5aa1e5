import type { TestPlan, Verdict } from './session.ts';

/** A test runs without mutants, or with those that are active together. */
export type Attempt =
  { readonly kind: 'plain' } | { readonly kind: 'mutants'; readonly mutants: readonly number[] };

export interface AttemptResult {
  readonly failure?: Exclude<Verdict, 'survived' | 'unreached'>;
  /** True for mutants that the attempt executed. */
  readonly isReached: (mutant: number) => boolean;
}

export interface AttemptListener {
  verdict(mutant: number, verdict: Verdict): void;
  /** The test fails without a mutant after it passed: mutants have changed state that outlives a test. */
  unclean(): void;
}

/** The results of all tests of the file so far. */
export interface FileProgress {
  readonly killed: Set<number>;
  isProven(): boolean;
  sourceOf(mutant: number): number;
}

/**
 * Decides which mutants a test is tried with.
 *
 * Most mutants survive most tests. So after each survivor, twice as many mutants are active together, each in another
 * source file; if the test fails with them, each is tried alone.
 *
 * A failure counts if the test passed without a mutant directly before or after. Otherwise it may come from the state
 * that an earlier mutant has left.
 */
export class TestAttempts {
  readonly #plan: TestPlan;
  readonly #progress: FileProgress;
  readonly #listener: AttemptListener;
  readonly #tried = new Set<number>();
  /** Mutants that must be tried alone. */
  #alone: number[] = [];
  #groupSize = 1;
  #isClean = false;
  /** A failure that has to be confirmed. */
  #suspect: { readonly mutant: number; readonly verdict: Verdict } | undefined;

  constructor(plan: TestPlan, progress: FileProgress, listener: AttemptListener) {
    this.#plan = plan;
    this.#progress = progress;
    this.#listener = listener;
  }

  /** Returns the attempt after the last one; the first one is plain. Undefined if there is nothing more to do. */
  next(last: Attempt, result: AttemptResult): Attempt | undefined {
    const isPlain = last.kind === 'plain';
    if (isPlain && result.failure !== undefined) {
      if (this.#suspect !== undefined) this.#listener.unclean();
      return undefined;
    }
    if (isPlain) this.#confirmSuspect();
    else if (last.mutants.length > 1) this.#concludeGroup(last.mutants, result);
    else for (const mutant of last.mutants) this.#concludeOne(mutant, result);
    return this.#suspect === undefined ? this.#nextMutants() : { kind: 'plain' };
  }

  #confirmSuspect(): void {
    this.#isClean = true;
    if (this.#suspect !== undefined) this.#conclude(this.#suspect.mutant, this.#suspect.verdict);
    this.#suspect = undefined;
  }

  #concludeGroup(mutants: readonly number[], { failure, isReached }: AttemptResult): void {
    this.#isClean = false;
    this.#groupSize = failure === undefined ? this.#groupSize * 2 : 1;
    for (const mutant of mutants) {
      if (failure === undefined && isReached(mutant)) this.#conclude(mutant, 'survived');
      else this.#alone.push(mutant);
    }
  }

  #concludeOne(mutant: number, { failure, isReached }: AttemptResult): void {
    const wasClean = this.#isClean;
    this.#isClean = false;
    this.#groupSize = failure === undefined ? this.#groupSize * 2 : 1;
    const verdict = isReached(mutant) ? (failure ?? 'survived') : 'unreached';
    const isSure = failure === undefined || (wasClean && verdict !== 'unreached');
    if (isSure) this.#conclude(mutant, verdict);
    else this.#suspect = { mutant, verdict };
  }

  #conclude(mutant: number, verdict: Verdict): void {
    if (verdict !== 'survived' && verdict !== 'unreached') this.#progress.killed.add(mutant);
    this.#listener.verdict(mutant, verdict);
  }

  #nextMutants(): Attempt | undefined {
    const mutants = this.#chooseMutants();
    for (const mutant of mutants) this.#tried.add(mutant);
    return mutants.length === 0 ? undefined : { kind: 'mutants', mutants };
  }

  #chooseMutants(): readonly number[] {
    const alone = this.#alone.shift();
    if (alone !== undefined) return [alone];
    const group = this.#nextGroup();
    if (group.length > 0) return group;
    const isOver = this.#progress.isProven();
    return isOver ? [] : this.#plan.proofs.filter((mutant) => !this.#tried.has(mutant)).slice(0, 1);
  }

  /** Mutants of one source file often hide each other. */
  #nextGroup(): number[] {
    const sources = new Map<number, number>();
    for (const mutant of this.#plan.tries) {
      if (sources.size === this.#groupSize) break;
      const source = this.#progress.sourceOf(mutant);
      if (this.#tried.has(mutant) || this.#progress.killed.has(mutant) || sources.has(source)) continue;
      sources.set(source, mutant);
    }
    return [...sources.values()];
  }
}
