import { expect, test } from 'vitest';
import { liftedBy, rulesOf } from './rules.ts';

test('unit tests are subject to every rule', () => {
  expect(Object.values(rulesOf('unit'))).toEqual([true, true, true, true, true]);
  expect(rulesOf(undefined)).toEqual(rulesOf('unit'));
});

test('levels that use servers can wait, and keep handles until the end of the file', () => {
  expect(rulesOf('integration')).toEqual({
    ...{ network: true, sleeps: false, leaks: true },
    ...{ handlesPerTest: false, dependencies: false },
  });
});

test.each([
  ['network', 'network'],
  ['real-time', 'sleeps'],
  ['leaky', 'leaks'],
] as const)('the tag %s lifts %s and nothing else', (tag, rule) => {
  expect(rulesOf('unit', ['unit', tag])).toEqual({ ...rulesOf('unit'), [rule]: false });
  expect(liftedBy(['unit', tag])).toEqual([tag]);
});
