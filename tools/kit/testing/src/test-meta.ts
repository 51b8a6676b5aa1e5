declare module 'vitest' {
  interface TaskMeta {
    /** The id of the contract's promise that the test proves. */
    promise?: string;
    /** The revision of the promise for which the test was written. */
    revision?: string;
    /**
     * The reason why a test or suite is skipped, at least on some machines: `test.skip('…', { meta: { skipReason: '…'
     * } }, …)`.
     */
    skipReason?: string;
  }
}

/** The metadata of a test for a promise: `test('…', { meta: { promise, revision } }, …)`. */
export interface PromiseMeta {
  readonly promise: string;
  readonly revision?: string;
}
