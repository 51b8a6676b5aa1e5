import type { RunnerTestCase } from 'vitest';
import { failureOf } from './failure-of.ts';
import type { JournalWriter } from './journal-writer.ts';
import type { MutantSwitch } from './mutant-switch.ts';
import type { TestPlan, Verdict } from './session.ts';
import { type Attempt, TestAttempts } from './test-attempts.ts';
import { withLimit } from './with-limit.ts';

const now = performance.now.bind(performance);

/** The evaluated test file, whose tests share what they have found out. */
export interface TestFile {
  readonly path: string;
  readonly level: string;
  readonly switch: MutantSwitch;
  readonly journal: JournalWriter;
  /** Mutants that tests of this file have killed since it was loaded. */
  readonly killed: Set<number>;
  /** Promises of which a test of this file has noticed a mutant. */
  readonly proven: Set<string>;
  /** True once a mutant was active. A test that then fails without one may fail for that reason. */
  hasTried: boolean;
  /** Returns the number of the source file that has a mutant. */
  sourceOf(mutant: number): number;
  /** Skips the rest of the file. */
  markUnclean(): void;
}

interface PlannedTest {
  readonly key: string;
  readonly test: RunnerTestCase;
  readonly plan: TestPlan;
  /** True if the mutants that the test executes are to be recorded. */
  readonly isCovering: boolean;
}

/** All attempts of one test. Vitest renews hooks and fixtures for each. */
export class TestRun {
  readonly #file: TestFile;
  readonly #planned: PlannedTest;
  readonly #attempts: TestAttempts;
  #current: Attempt | undefined;
  #executed: readonly number[] = [];
  #startedAt = 0;
  #plainDuration = 0;
  #isRed = false;

  constructor(file: TestFile, planned: PlannedTest) {
    this.#file = file;
    this.#planned = planned;
    this.#attempts = new TestAttempts(planned.plan, this.#progress(), {
      verdict: (mutant, verdict) => this.#report(mutant, verdict),
      unclean: () => file.markUnclean(),
    });
  }

  /**
   * The number of repetitions. Vitest reads it before each attempt, which concludes the last one: 0 attempts are left
   * if it is negative.
   */
  valueOf(): number {
    this.#current = this.#current === undefined ? { kind: 'plain' } : this.#next(this.#current);
    return this.#current === undefined ? -1 : Number.POSITIVE_INFINITY;
  }

  beginAttempt(): void {
    this.#startedAt = now();
    if (this.#current?.kind !== 'mutants') return this.#file.switch.begin();
    const { mutants } = this.#current;
    this.#file.hasTried = true;
    this.#file.journal.write({
      ...{ event: 'try', file: this.#file.path, test: this.#planned.key, mutants },
      ...{ worker: process.pid, limit: Math.ceil(this.#limit) },
    });
    this.#file.switch.begin(mutants, this.#limit);
  }

  async runAttempt(run: () => unknown): Promise<void> {
    if (this.#current?.kind === 'mutants') await withLimit(this.#limit, run);
    else await run();
  }

  endAttempt(): void {
    this.#executed = this.#file.switch.end();
  }

  /** Restores the result of the attempt without a mutant. */
  end(): void {
    const { test } = this.#planned;
    if (!this.#isRed && test.result !== undefined)
      test.result = { ...test.result, state: 'pass', errors: [] };
  }

  get #limit(): number {
    return 2 * this.#plainDuration + 500;
  }

  #next(last: Attempt): Attempt | undefined {
    const { test } = this.#planned;
    const failure = failureOf(test);
    const executed = new Set(this.#executed);
    const isReached = (mutant: number): boolean => executed.has(mutant);
    if (last.kind === 'plain' && this.#plainDuration === 0) this.#concludeFirst(failure !== undefined);
    // The errors of all attempts would be sent to the main process again and again.
    if (!this.#isRed) Object.assign(test.result ?? {}, { errors: undefined, attempts: [] });
    const isSlow = now() - this.#startedAt > 2 * this.#plainDuration;
    return this.#attempts.next(last, { isReached, isSlow, ...(failure === undefined ? {} : { failure }) });
  }

  #concludeFirst(hasFailed: boolean): void {
    this.#plainDuration = now() - this.#startedAt;
    const { key: test, isCovering, test: task } = this.#planned;
    const { path: file, level, journal } = this.#file;
    const { promise } = task.meta;
    if (hasFailed) this.#reportRed();
    else if (isCovering)
      journal.write({
        ...{ event: 'covered', file, test, level, mutants: this.#executed },
        ...(promise === undefined ? {} : { promise }),
      });
  }

  #reportRed(): void {
    if (this.#file.hasTried) return this.#file.markUnclean();
    this.#isRed = true;
    const { key: test, test: task } = this.#planned;
    const message = task.result?.errors?.[0]?.message ?? '';
    this.#file.journal.write({ event: 'red', file: this.#file.path, test, message });
  }

  #report(mutant: number, verdict: Verdict): void {
    const { key: test, test: task } = this.#planned;
    if (verdict === 'killed' && task.meta.promise !== undefined) this.#file.proven.add(task.meta.promise);
    this.#file.journal.write({ event: 'verdict', file: this.#file.path, test, mutant, verdict });
  }

  #progress(): ConstructorParameters<typeof TestAttempts>[1] {
    const { promise } = this.#planned.test.meta;
    return {
      killed: this.#file.killed,
      sourceOf: (mutant) => this.#file.sourceOf(mutant),
      isProven: () => promise === undefined || this.#file.proven.has(promise),
    };
  }
}
