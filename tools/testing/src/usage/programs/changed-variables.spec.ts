import { expect, test } from 'vitest';
import { changedVariables } from './changed-variables.ts';

const own = { A: '1', B: '2', C: '3', D: '4' };
const none = () => false;

test('what was added, changed or taken away is the test’s', () => {
  const { changed, inherits } = changedVariables(own, { A: '1', B: 'x', C: '3', E: '5' }, none);
  expect(changed.toSorted()).toEqual(['B', 'D', 'E']);
  expect(inherits).toBe(true);
});

test('what the test had set before is handed on as its own', () => {
  expect(changedVariables(own, own, (name) => name === 'C')).toEqual({ changed: ['C'], inherits: true });
});

test('an environment that was made of little of it does not inherit', () => {
  expect(changedVariables(own, { A: '1' }, none).inherits).toBe(false);
});
