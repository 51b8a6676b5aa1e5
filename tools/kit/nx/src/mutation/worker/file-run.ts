import type { RunnerTestCase } from 'vitest';
import type { JournalWriter } from './journal-writer.ts';
import type { MutantSwitch } from './mutant-switch.ts';
import type { FilePlan } from './session.ts';
import { type TestFile, TestRun } from './test-run.ts';

interface FileRunOptions {
  readonly plan: FilePlan | undefined;
  /** The number of the first mutant of each source file. */
  readonly sources: readonly number[];
  readonly switch: MutantSwitch;
  readonly journal: JournalWriter;
}

/** One evaluation of a test file with its part of the plan. */
export class FileRun implements TestFile {
  readonly path: string;
  readonly level: string;
  readonly switch: MutantSwitch;
  readonly journal: JournalWriter;
  readonly killed = new Set<number>();
  readonly proven = new Set<string>();
  hasTried = false;
  readonly #plan: FilePlan;
  readonly #sources: readonly number[];
  readonly #keys = new Map<RunnerTestCase, string>();
  #isUnclean = false;

  constructor(
    { path, level }: { readonly path: string; readonly level: string },
    { plan, sources, ...worker }: FileRunOptions,
  ) {
    this.path = path;
    this.level = level;
    this.switch = worker.switch;
    this.journal = worker.journal;
    this.#plan = plan ?? { covering: [], tests: {} };
    this.#sources = sources;
  }

  /** Skips a test that is not planned. */
  admit(key: string, test: RunnerTestCase): void {
    this.#keys.set(test, key);
    if (test.mode === 'run' && !this.#covers(key) && this.#plan.tests[key] === undefined) test.mode = 'skip';
  }

  begin(test: RunnerTestCase): TestRun | undefined {
    const key = this.#keys.get(test);
    if (key === undefined || this.#isUnclean) return undefined;
    const plan = this.#plan.tests[key] ?? { tries: [], groupSize: 1, proofs: [] };
    return new TestRun(this, { key, test, plan, isCovering: this.#covers(key) });
  }

  sourceOf(mutant: number): number {
    return this.#sources.findLastIndex((first) => first <= mutant);
  }

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
