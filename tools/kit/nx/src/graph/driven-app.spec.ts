import { expect, it } from 'vitest';
import { drivenApp } from './driven-app.ts';

const roots = ['apps/api', 'apps/api-e2e', 'libs/api-e2e', 'libs/api'];

it('is the app whose name the folder bears', () => {
  expect(drivenApp('apps/api-e2e', roots)).toBe('apps/api');
});

it.each(['apps/api', 'apps/other-e2e', 'libs/api-e2e'])('is none for %s', (root) => {
  expect(drivenApp(root, roots)).toBeUndefined();
});
