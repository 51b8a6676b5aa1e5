import type { TestPlan, Verdict } from './session.ts';

/** A test runs without mutants, or with those that are active together. */
export type Attempt =
  { readonly kind: 'plain' } | { readonly kind: 'mutants'; readonly mutants: readonly number[] };

export interface AttemptResult {
  readonly failure?: Exclude<Verdict, 'survived' | 'unreached'>;
  /** True if the attempt took much longer than one that passes. */
  readonly isSlow: boolean;
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
 * Most mutants survive most tests. So several are active together, each in another source file. If the test fails with
 * them, each half of the group is tried, and so on; the next groups are smaller. After a survivor they are larger. If
 * the failure takes long, as one by a time limit does, each mutant of the group is tried alone.
 *
 * A failure counts if the test passed without a mutant directly before or after. Otherwise it may come from the state
 * that an earlier mutant has left.
 */
export class TestAttempts {
  readonly #plan: TestPlan;
  readonly #progress: FileProgress;
  readonly #listener: AttemptListener;
  readonly #tried = new Set<number>();
  /** Groups that have to be tried next. */
  readonly #parts: (readonly number[])[] = [];
  #groupSize: number;
  #isClean = false;
  /** A failure that has to be confirmed. */
  #suspect: { readonly mutant: number; readonly verdict: Verdict } | undefined;

  constructor(plan: TestPlan, progress: FileProgress, listener: AttemptListener) {
    this.#plan = plan;
    this.#groupSize = plan.groupSize;
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

  #concludeGroup(mutants: readonly number[], { failure, isReached, isSlow }: AttemptResult): void {
    this.#isClean = false;
    this.#resizeGroups(failure === undefined);
    const size = isSlow ? 1 : Math.ceil(mutants.length / 2);
    if (failure !== undefined) this.#parts.push(...partsOf(mutants, size));
    else
      for (const mutant of mutants)
        if (isReached(mutant)) this.#conclude(mutant, 'survived');
        else this.#parts.push([mutant]);
  }

  #concludeOne(mutant: number, { failure, isReached }: AttemptResult): void {
    const wasClean = this.#isClean;
    this.#isClean = false;
    this.#resizeGroups(failure === undefined);
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
    const part = this.#parts.pop();
    if (part !== undefined) return part;
    const group = this.#nextGroup();
    if (group.length > 0) return group;
    const isOver = this.#progress.isProven();
    return isOver ? [] : this.#plan.proofs.filter((mutant) => !this.#tried.has(mutant)).slice(0, 1);
  }

  #resizeGroups(hasSurvived: boolean): void {
    this.#groupSize = hasSurvived ? this.#groupSize * 2 : Math.ceil(this.#groupSize / 2);
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

/** Returns the parts of a group, the last one first. */
function partsOf(mutants: readonly number[], size: number): number[][] {
  const starts = Array.from({ length: Math.ceil(mutants.length / size) }, (_, index) => index * size);
  return starts.map((start) => mutants.slice(start, start + size)).toReversed();
}
