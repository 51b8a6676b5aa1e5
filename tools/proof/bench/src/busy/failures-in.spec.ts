import { expect, test } from 'vitest';
import { failuresIn } from './failures-in.ts';

const printed = `
   Tests  3 passed, 1 failed

 FAIL  libs/a/src/a.spec.ts > waits
Error: Test timed out: 1 s limit, stretched to 3 s because the machine was busy (CPU pressure 70 %).
If this is a long-running test, …

- Expected
+ Received

 ❯ libs/a/src/a.spec.ts:1:1
`;

test('failures have names and messages', () => {
  expect(failuresIn({ code: 1, output: printed })).toEqual([
    {
      test: 'libs/a/src/a.spec.ts > waits',
      message: expect.stringMatching(
        /^Error: Test timed out: .*\nIf this is a long-running test, …\n\n- Expected\n\+ Received$/,
      ) as string,
    },
  ]);
});

test('a passed run has no failures, and a failed run without a named failure has one', () => {
  expect(failuresIn({ code: 0, output: 'fine' })).toEqual([]);
  expect(failuresIn({ code: 1, output: 'out of memory' })).toEqual([
    { test: 'the run', message: 'out of memory' },
  ]);
});
