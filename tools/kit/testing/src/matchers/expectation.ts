import type { MatcherState } from 'vitest';

/** What a matcher answers. */
export interface Expectation {
  readonly pass: boolean;
  readonly message: () => string;
  readonly actual?: unknown;
  readonly expected?: unknown;
}

/** Both messages of a matcher: the one for `expect(x).to…` and the one for `expect(x).not.to…`. */
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
