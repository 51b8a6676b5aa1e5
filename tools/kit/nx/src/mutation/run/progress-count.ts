import type { JournalEntry, RunPlan } from '../worker/session.ts';
import { isKill } from './ledger.ts';

/** How far a mutation run is. */
export interface ProveProgress {
  /** `tests`: the tests run without mutants. `mutants`: they run with them. */
  readonly stage: 'tests' | 'mutants';
  /** Tests or attempts that have ended. */
  readonly done: number;
  /** The most attempts that may be needed; 0 if it is not known. */
  readonly total: number;
  readonly killed: number;
}

/** Counts what the journal reports, and passes it on. */
export class ProgressCount {
  readonly #listener: ((progress: ProveProgress) => void) | undefined;
  #stage: ProveProgress['stage'] = 'tests';
  #done = 0;
  #total = 0;
  readonly #killed = new Set<number>();

  constructor(listener: ((progress: ProveProgress) => void) | undefined) {
    this.#listener = listener;
  }

  begin(plan: RunPlan): void {
    const tests = Object.values(plan).flatMap((file) => Object.values(file.tests));
    this.#total = tests.reduce((sum, { tries, proofs }) => sum + tries.length + proofs.length, 0);
    this.#stage = this.#total === 0 ? 'tests' : 'mutants';
    this.#done = 0;
  }

  observe(entries: readonly JournalEntry[]): void {
    const ending = this.#stage === 'tests' ? 'covered' : 'verdict';
    this.#done += entries.filter(({ event }) => event === ending).length;
    for (const entry of entries)
      if (entry.event === 'verdict' && isKill(entry.verdict)) this.#killed.add(entry.mutant);
    const [stage, done, total] = [this.#stage, this.#done, this.#total];
    this.#listener?.({ stage, done, total, killed: this.#killed.size });
  }
}
