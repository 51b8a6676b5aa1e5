import { plural } from './summary.ts';

const every = 2_000;

/** Prints the progress of a long run every two seconds. */
export class Progress implements Disposable {
  readonly #timer: NodeJS.Timeout;
  readonly #total: number;
  #ended = 0;
  #said = 0;

  constructor(total: number, print: (line: string) => void) {
    this.#total = total;
    this.#timer = setInterval(() => {
      if (this.#ended === this.#said) return;
      this.#said = this.#ended;
      print(` … ${this.#ended.toLocaleString('en')} of ${plural(this.#total, 'test file')}`);
    }, every).unref();
  }

  fileEnded(): void {
    this.#ended += 1;
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
  }
}
