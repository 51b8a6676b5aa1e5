import { format } from 'prettier';
import { expect, test } from 'vitest';
import { cacheContract } from '../../proof/contract-model/cache-contract.ts';
import { promisesOf } from '../../proof/contract-model/model-of.ts';
import { vaultContract } from '../../proof/trees/vault-component.ts';

function revisions(source: string): Record<string, string> {
  return Object.fromEntries(
    promisesOf(source, { 'key.ts': 'export type Key = string;' }).map(({ id, revision }) => [id, revision]),
  );
}

function changed(before: string, after: string): string[] {
  const [old, young] = [revisions(before), revisions(after)];
  return Object.keys({ ...old, ...young }).filter((id) => old[id] !== young[id]);
}

test.each([
  { printWidth: 40, useTabs: true },
  { semi: false, singleQuote: true, trailingComma: 'none' as const },
  { printWidth: 200, trailingComma: 'all' as const },
])('formatting with %o changes no revision', async (options) => {
  const source = cacheContract.replace('key: Key,', "kind: | 'a' | 'b', key: Key,");
  const formatted = await format(source, { parser: 'typescript', ...options });
  expect(formatted).not.toBe(source);
  expect(changed(source, formatted)).toEqual([]);
});

test('reflowing, emphasis and a final period change no revision', () => {
  const reflowed = cacheContract
    .replace(
      'does *not* prolong the life\n   *   of a value.',
      'does not\n   *   prolong the life of a value',
    )
    .replace(
      '{@link InvalidKeyError} when the key is empty.',
      'InvalidKeyError when\n   *   the `key` is **empty**',
    );
  expect(reflowed).not.toBe(cacheContract);
  expect(changed(cacheContract, reflowed)).toEqual([]);
});

test.each([
  ['control characters', 'a space', ['Cache.get#throws:InvalidKeyError:2']],
  ['the value, or', 'a copy of the value, or', ['Cache.get#returns']],
  ['Never waits', 'Seldom waits', ['Cache.get#remarks:2']],
  ['// => 1', '// => 2', ['Cache.get#example']],
  ['last of two', 'first of two', ['Cache.set#promise:last-wins']],
  ['and has not expired', 'lately', ['Cache#invariant']],
  ['1..255', '1..99', ['Cache.get#derived:key:max', 'Cache.get#derived:key:above-max']],
])('%s → %s changes %j', (before, after, expected) => {
  expect(changed(cacheContract, cacheContract.replace(before, after))).toEqual(expected);
});

test('a changed signature changes the promises of its member only', () => {
  const ids = changed(cacheContract, cacheContract.replace('get(key: Key)', 'get(key: Key, now: Date)'));
  const all = Object.keys(revisions(cacheContract));
  expect(ids).toEqual(all.filter((id) => id.startsWith('Cache.get#')));
});

test('another error gives another promise', () => {
  const renamed = cacheContract.replace(
    '{@link InvalidKeyError} when the key has',
    '{@link WildKeyError} when the key has',
  );
  expect(changed(cacheContract, renamed)).toEqual([
    'Cache.get#throws:InvalidKeyError:2',
    'Cache.get#throws:WildKeyError',
  ]);
});

test('rewording derived and tenant promises keeps their revisions', () => {
  expect(revisions(vaultContract)).toMatchObject({
    'Vault.add#derived:text:empty': '012cbdc4',
    'Vault.rename#derived:text:empty': 'd746dc17',
    'Vault.list#tenant:list': '07f4da06',
  });
});
