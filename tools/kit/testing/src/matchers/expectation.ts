import type { MatcherState } from 'vitest';

/** The result of a matcher. */
export interface Expectation {
  readonly pass: boolean;
  readonly message: () => string;
  readonly actual?: unknown;
  readonly expected?: unknown;
}

/** Creates the result with its two messages: for `expect(x).to…` and for `expect(x).not.to…`. */
export function expectation(
  pass: boolean,
  failed: () => string,
  failedNot: () => string,
  difference: { actual?: unknown; expected?: unknown } = {},
): Expectation {
  return { pass, message: () => (pass ? failedNot() : failed()), ...difference };
}

/** Prints a value on one line, shortened. */
export function show(this: MatcherState, value: unknown): string {
  const text = this.utils.stringify(value, 3, { min: true, printBasicPrototype: false });
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
