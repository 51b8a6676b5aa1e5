import { closeSync, openSync, readSync } from 'node:fs';
import type { JournalEntry } from '../worker/session.ts';

/** Reads what workers append to a journal. */
export class JournalReader {
  readonly #file: number;
  #position = 0;
  #rest = '';

  constructor(path: string) {
    this.#file = openSync(path, 'a+');
  }

  /** Returns the entries since the last call. */
  read(): JournalEntry[] {
    const lines = `${this.#rest}${this.#readText()}`.split('\n');
    this.#rest = lines.pop() ?? '';
    return lines.map((line) => JSON.parse(line) as JournalEntry);
  }

  #readText(): string {
    const parts: Buffer[] = [];
    for (;;) {
      const buffer = Buffer.alloc(65_536);
      const length = readSync(this.#file, buffer, 0, buffer.length, this.#position);
      if (length === 0) return Buffer.concat(parts).toString();
      this.#position += length;
      parts.push(buffer.subarray(0, length));
    }
  }

  [Symbol.dispose](): void {
    closeSync(this.#file);
  }
}
