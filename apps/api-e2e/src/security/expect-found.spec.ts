import { expect, test } from 'vitest';
import { expectFound } from '../support/taken-out/expect-found.ts';

const finding = /^expected 200 to be 401/;

test('an expectation that failed in these words is a finding', async () => {
  await expectFound(checkOf(200), finding);
});

test.each([
  ['that finds nothing', () => checkOf(401), 'promise resolved'],
  ['that finds something else', () => checkOf(503), 'to match object'],
  ['that crashes', () => crash(), 'to match object'],
  ['whose set-up has a typo', () => misspell(), 'to match object'],
  ['whose API is gone', () => fetch('http://127.0.0.1:1/'), 'to match object'],
])('a check %s is none', async (_what, check, message) => {
  await expect(expectFound(check(), finding)).rejects.toThrow(message);
});

async function checkOf(status: number): Promise<void> {
  expect(status).toBe(401);
}

/** Uses the words of the finding, but is not an assertion. */
async function crash(): Promise<void> {
  throw new Error('expected 200 to be 401');
}

async function misspell(): Promise<void> {
  const person = {} as { readonly caller: { get(path: string): Promise<void> } };
  await person.caller.get('/me');
}
