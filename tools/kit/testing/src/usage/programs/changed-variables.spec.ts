import { expect, test } from 'vitest';
import { changedVariables } from './changed-variables.ts';

const own = { A: '1', B: '2', C: '3', D: '4' };
const none = () => false;

test('variables that a test added, changed or removed belong to the test', () => {
  const { changed, inherits } = changedVariables(own, { A: '1', B: 'x', C: '3', E: '5' }, none);
  expect(changed.toSorted()).toEqual(['B', 'D', 'E']);
  expect(inherits).toBe(true);
});

test('variables that the test had set before are passed on as its own', () => {
  expect(changedVariables(own, own, (name) => name === 'C')).toEqual({ changed: ['C'], inherits: true });
});

test('variables of tools and places do not show whether an environment was inherited', () => {
  const ofTools = { PATH: '/bin', NX_A: '1', NX_B: '2', NX_C: '3', VITEST: 'true' };
  expect(changedVariables({ ...own, ...ofTools }, own, none).inherits).toBe(true);
  expect(changedVariables({ ...own, ...ofTools }, ofTools, none).inherits).toBe(false);
  expect(changedVariables(ofTools, { PATH: '/bin' }, none).inherits).toBe(false);
});

test('an environment with few of the variables does not inherit', () => {
  expect(changedVariables(own, { A: '1' }, none).inherits).toBe(false);
});
