import { expect, test } from 'vitest';
import { appUnderTest } from './app-under-test.ts';

const roots = ['apps/api', 'apps/api-e2e', 'libs/api-e2e', 'libs/api'];

test('is the app in the folder’s name', () => {
  expect(appUnderTest('apps/api-e2e', roots)).toBe('apps/api');
});

test.each(['apps/api', 'apps/other-e2e', 'libs/api-e2e'])('is undefined for %s', (root) => {
  expect(appUnderTest(root, roots)).toBeUndefined();
});
