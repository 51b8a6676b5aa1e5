import { Deadline } from '@vouch/testing/deadline';
import type { JournalEntry } from '../worker/session.ts';

/** Milliseconds that a test has after its limit to end its hooks. */
const grace = 5_000;

/** Ends workers that hang in a mutant: neither a time limit nor a loop guard can interrupt all code. */
export class HangGuard {
  readonly #running = new Map<number, { readonly file: string; readonly deadline: Deadline }>();

  observe(entries: readonly JournalEntry[]): void {
    for (const entry of entries) {
      if (entry.event === 'try') {
        const deadline = new Deadline(entry.limit + grace);
        this.#running.set(entry.worker, { file: entry.file, deadline });
      } else this.#ended(entry.file);
    }
  }

  endHangingWorkers(): void {
    for (const [worker, { deadline }] of this.#running) {
      if (!deadline.isOver()) continue;
      this.#running.delete(worker);
      kill(worker);
    }
  }

  #ended(file: string): void {
    for (const [worker, running] of this.#running) if (running.file === file) this.#running.delete(worker);
  }
}

function kill(worker: number): void {
  try {
    process.kill(worker, 'SIGKILL');
  } catch {
    // The worker has ended by itself.
  }
}
