import type { ProveProgress } from '../../mutation/index.ts';

const pause = 2_000;

/** Prints the progress of a long run at most every two seconds. */
export class ProgressLine {
  readonly #print: (line: string) => void;
  readonly #now: () => number;
  #printedAt: number;

  constructor(print: (line: string) => void, now = (): number => performance.now()) {
    this.#print = print;
    this.#now = now;
    this.#printedAt = now();
  }

  show({ stage, done, total, killed }: ProveProgress): void {
    if (this.#now() - this.#printedAt < pause) return;
    this.#printedAt = this.#now();
    const count = (value: number): string => value.toLocaleString('en');
    if (stage === 'tests') this.#print(` … ${count(done)} tests ran without mutants`);
    else this.#print(` … ${count(killed)} mutants noticed, at most ${count(total - done)} attempts left`);
  }
}
