import { expect } from 'vitest';
import { toBeCloseInTime } from './to-be-close-in-time.ts';
import { toBeProblem } from './to-be-problem.ts';
import { toBelongToTenant } from './to-belong-to-tenant.ts';
import { toEmit } from './to-emit.ts';
import { toMatchJsonSchema } from './to-match-json-schema.ts';
import { toResolveEventually } from './to-resolve-eventually.ts';

/**
 * The kit's matchers. Loading this module adds them to `expect`; `@vouch/testing/guards` does so for every test.
 *
 * @example
 * expect(Object.keys(matchers)).toContain('toBeCloseInTime');
 * expect('2030-01-01T00:00:00.400Z').toBeCloseInTime('2030-01-01T00:00:00Z');
 */
export const matchers = {
  toBeCloseInTime,
  toBeProblem,
  toBelongToTenant,
  toEmit,
  toMatchJsonSchema,
  toResolveEventually,
};

expect.extend(matchers);

type Own = typeof matchers;

type Matcher<F, R> = F extends (received: never, ...args: infer A) => infer Result
  ? (...args: A) => Result extends Promise<unknown> ? Promise<void> : R
  : never;

declare module 'vitest' {
  // The parameters are Vitest's.
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  interface Matchers<R, T> {
    toBeCloseInTime: Matcher<Own['toBeCloseInTime'], R>;
    toBeProblem: Matcher<Own['toBeProblem'], R>;
    toBelongToTenant: Matcher<Own['toBelongToTenant'], R>;
    toEmit: Matcher<Own['toEmit'], R>;
    toMatchJsonSchema: Matcher<Own['toMatchJsonSchema'], R>;
    toResolveEventually: Matcher<Own['toResolveEventually'], R>;
  }
}
