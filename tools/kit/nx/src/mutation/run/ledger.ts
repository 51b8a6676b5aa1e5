import type { JournalEntry, Verdict } from '../worker/session.ts';

/** A test with the mutants that it executes and the outcomes of trying it with them. */
export interface TestRecord {
  readonly file: string;
  readonly key: string;
  readonly level: string;
  readonly promise?: string;
  readonly covers: ReadonlySet<number>;
  readonly verdicts: Map<number, Verdict>;
}

/** All that is known about the tests and mutants of a component. */
export class Ledger {
  readonly #tests = new Map<string, TestRecord>();
  /** Mutants that modules and hooks execute outside of tests. */
  readonly loaded = new Set<number>();

  /** The tests in the order in which mutants are tried with them. */
  get tests(): TestRecord[] {
    return [...this.#tests.values()].toSorted(byRank);
  }

  add(test: TestRecord): void {
    this.#tests.set(keyOf(test.file, test.key), test);
  }

  /** Returns the tests that execute a mutant, in the order in which it is tried with them. */
  testsOf(): Map<number, TestRecord[]> {
    const byMutant = new Map<number, TestRecord[]>();
    for (const test of this.tests)
      for (const mutant of test.covers) {
        if (test.verdicts.get(mutant) === 'unreached') continue;
        const known = byMutant.get(mutant);
        if (known === undefined) byMutant.set(mutant, [test]);
        else known.push(test);
      }
    return byMutant;
  }

  apply(entries: readonly JournalEntry[]): void {
    for (const entry of entries) {
      if (entry.event === 'covered') this.#addCovered(entry);
      else if (entry.event === 'verdict') {
        const { file, test, mutant, verdict } = entry;
        this.#tests.get(keyOf(file, test))?.verdicts.set(mutant, verdict);
      } else if (entry.event === 'loaded') for (const mutant of entry.mutants) this.loaded.add(mutant);
    }
  }

  #addCovered(entry: Extract<JournalEntry, { event: 'covered' }>): void {
    const { file, test: key, level, promise, mutants } = entry;
    const known = this.#tests.get(keyOf(file, key));
    const record = { file, key, level, covers: new Set(mutants), verdicts: known?.verdicts ?? new Map() };
    this.add(promise === undefined ? record : { ...record, promise });
  }
}

export function isKill(verdict: Verdict | undefined): boolean {
  return verdict === 'killed' || verdict === 'crashed' || verdict === 'timeout';
}

function keyOf(file: string, key: string): string {
  return `${file}\0${key}`;
}

/** Tests of promises are first, then the cheaper level, then the tests that execute less. */
function byRank(one: TestRecord, other: TestRecord): number {
  return (
    Number(one.promise === undefined) - Number(other.promise === undefined) ||
    Number(one.level !== 'unit') - Number(other.level !== 'unit') ||
    one.covers.size - other.covers.size ||
    compare(one.file, other.file) ||
    compare(one.key, other.key)
  );
}

export function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
