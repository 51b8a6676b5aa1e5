import type { TestPlan, Verdict } from './session.ts';

export type Attempt = { readonly kind: 'plain' } | { readonly kind: 'mutant'; readonly mutant: number };

/** The result of an attempt. `isReached`: it executed its mutant. */
export interface AttemptResult {
  readonly failure?: Exclude<Verdict, 'survived' | 'unreached'>;
  readonly isReached: boolean;
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
}

/**
 * Decides which mutants a test is tried with. A test that fails is believed if it passed without a mutant directly
 * before or after: otherwise the failure may come from what an earlier mutant has left.
 */
export class TestAttempts {
  readonly #plan: TestPlan;
  readonly #progress: FileProgress;
  readonly #listener: AttemptListener;
  readonly #tried = new Set<number>();
  #isClean = false;
  /** A failure that has to be confirmed. */
  #suspect: { readonly mutant: number; readonly verdict: Verdict } | undefined;

  constructor(plan: TestPlan, progress: FileProgress, listener: AttemptListener) {
    this.#plan = plan;
    this.#progress = progress;
    this.#listener = listener;
  }

  /** Returns the next attempt, after the first one, which is plain. Undefined if there is nothing more to do. */
  next(last: Attempt, result: AttemptResult): Attempt | undefined {
    if (last.kind === 'mutant') return this.#concludeMutant(last.mutant, result) ?? this.#nextMutant();
    if (result.failure !== undefined) {
      if (this.#suspect !== undefined || this.#tried.size > 0) this.#listener.unclean();
      return undefined;
    }
    this.#isClean = true;
    const { mutant, verdict } = this.#suspect ?? {};
    this.#suspect = undefined;
    if (mutant !== undefined && verdict !== undefined) this.#conclude(mutant, verdict);
    return this.#nextMutant();
  }

  /** Returns a plain attempt if the failure has to be confirmed. */
  #concludeMutant(mutant: number, { failure, isReached }: AttemptResult): Attempt | undefined {
    const wasClean = this.#isClean;
    this.#isClean = false;
    const verdict = isReached ? (failure ?? 'survived') : 'unreached';
    if (failure === undefined || (wasClean && isReached)) {
      this.#conclude(mutant, verdict);
      return undefined;
    }
    this.#suspect = { mutant, verdict };
    return { kind: 'plain' };
  }

  #conclude(mutant: number, verdict: Verdict): void {
    if (verdict !== 'survived' && verdict !== 'unreached') this.#progress.killed.add(mutant);
    this.#listener.verdict(mutant, verdict);
  }

  #nextMutant(): Attempt | undefined {
    const { killed } = this.#progress;
    const isOpen = (mutant: number): boolean => !this.#tried.has(mutant);
    const mutant =
      this.#plan.tries.find((each) => isOpen(each) && !killed.has(each)) ??
      (this.#progress.isProven() ? undefined : this.#plan.proofs.find(isOpen));
    if (mutant === undefined) return undefined;
    this.#tried.add(mutant);
    return { kind: 'mutant', mutant };
  }
}
