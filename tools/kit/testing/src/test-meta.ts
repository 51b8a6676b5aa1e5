declare module 'vitest' {
  interface TaskMeta {
    /** The promise of a contract that the test vouches for, by its id. */
    promise?: string;
    /** The revision of the promise that the test was written for. */
    revision?: string;
    /** Why a test or a suite does not run, or not everywhere: `test.skip('…', { meta: { skipReason: '…' } }, …)`. */
    skipReason?: string;
  }
}

/** What a test says of the promise that it vouches for: `test('…', { meta: { promise, revision } }, …)`. */
export interface PromiseMeta {
  readonly promise: string;
  readonly revision?: string;
}
