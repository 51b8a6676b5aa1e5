import { openSync, writeSync } from 'node:fs';
import type { JournalEntry } from './session.ts';

/** Appends what happens to the journal at once, so that nothing is lost when the worker dies. */
export class JournalWriter {
  readonly #file: number;

  constructor(path: string) {
    this.#file = openSync(path, 'a');
  }

  write(entry: JournalEntry): void {
    writeSync(this.#file, `${JSON.stringify(entry)}\n`);
  }
}
