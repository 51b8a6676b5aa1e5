import type { RunnerTestCase } from 'vitest';
import type { JournalWriter } from './journal-writer.ts';
import type { MutantSwitch } from './mutant-switch.ts';
import type { FilePlan } from './session.ts';
import { TestRun } from './test-run.ts';

/** One evaluation of a test file with its part of the plan. */
export class FileRun {
  readonly path: string;
  readonly level: string;
  readonly switch: MutantSwitch;
  readonly journal: JournalWriter;
  /** Mutants that tests of this file have killed since it was loaded. */
  readonly killed = new Set<number>();
  /** Promises of which a test of this file has noticed a mutant. */
  readonly proven = new Set<string>();
  /** True once a mutant was active. A test that then fails without one may fail for that reason. */
  hasTried = false;
  readonly #plan: FilePlan;
  readonly #keys = new Map<RunnerTestCase, string>();
  #isUnclean = false;

  constructor(
    { path, level }: { readonly path: string; readonly level: string },
    plan: FilePlan | undefined,
    mutantSwitch: MutantSwitch,
    journal: JournalWriter,
  ) {
    this.path = path;
    this.level = level;
    this.switch = mutantSwitch;
    this.journal = journal;
    this.#plan = plan ?? { covering: [], tests: {} };
  }

  /** Skips a test that is not planned. */
  admit(key: string, test: RunnerTestCase): void {
    this.#keys.set(test, key);
    if (test.mode === 'run' && !this.#covers(key) && this.#plan.tests[key] === undefined) test.mode = 'skip';
  }

  begin(test: RunnerTestCase): TestRun | undefined {
    const key = this.#keys.get(test);
    if (key === undefined || this.#isUnclean) return undefined;
    const plan = this.#plan.tests[key] ?? { tries: [], proofs: [] };
    return new TestRun(this, { key, test, plan, isCovering: this.#covers(key) });
  }

  /** Skips the rest of the file. */
  markUnclean(): void {
    this.#isUnclean = true;
    this.journal.write({ event: 'unclean', file: this.path });
  }

  end(): void {
    this.journal.write({ event: 'loaded', file: this.path, mutants: this.switch.executedOutside() });
  }

  #covers(key: string): boolean {
    return this.#plan.covering === 'all' || this.#plan.covering.includes(key);
  }
}
