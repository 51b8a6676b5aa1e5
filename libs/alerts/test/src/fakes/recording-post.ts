import type { Posting } from '@acme/alerts';

/** Stands in for the network: records posts, and fails on request. Stateful: create one per test. */
export class RecordingPost {
  readonly posted: Posting[] = [];
  #failures = 0;

  /** Makes the next posts fail. */
  fail(times: number): void {
    this.#failures = times;
  }

  async post(posting: Posting): Promise<void> {
    this.posted.push(posting);
    if (this.#failures === 0) return;
    this.#failures -= 1;
    throw new Error('It answered 503.');
  }
}
