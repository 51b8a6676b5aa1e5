import { expect, test } from 'vitest';
import { findProblems, problemOf } from './find-problems.ts';

test('the words of an assertion error are the problem', async () => {
  expect(await problemOf(checkOf(200))).toMatch(/^expected 200 to be 401/);
});

test('a check that passes finds none', async () => {
  expect(await problemOf(checkOf(401))).toBeUndefined();
});

test.each([
  ['a crash in the words of a problem', crash, 'expected 200 to be 401'],
  ['a typo in the check', misspell, "Cannot read properties of undefined (reading 'get')"],
  ['an API that is gone', () => fetch('http://127.0.0.1:1/'), 'fetch failed'],
])('%s is no problem of the API', async (_name, check, message) => {
  await expect(problemOf(check())).rejects.toThrow(message);
});

test('problems are listed by check, and each check has a separate target', async () => {
  let targets = 0;
  const checks = {
    passes: async (target: number) => expect(target).toBe(1),
    fails: async (target: number) => expect(target).toBe(1),
  };
  const found = await findProblems(checks, async () => (targets += 1));
  expect(found).toEqual({ fails: 'expected 2 to be 1 // Object.is equality' });
});

test('a check that crashes is named', async () => {
  await expect(findProblems({ crashes: crash }, async () => 0)).rejects.toThrow(
    'The check "crashes" did not run to its end.',
  );
});

async function checkOf(status: number): Promise<void> {
  expect(status).toBe(401);
}

/** Uses the words of a problem, but is not an assertion. */
async function crash(): Promise<void> {
  throw new Error('expected 200 to be 401');
}

async function misspell(): Promise<void> {
  const person = {} as { readonly caller: { get(path: string): Promise<void> } };
  await person.caller.get('/me');
}
