import { expect, test } from 'vitest';
import { predictableIds } from './predictable-ids.ts';

test('they count up, separately for each prefix', () => {
  const ids = predictableIds();
  expect([ids.next('user'), ids.next('user'), ids.next('order'), ids.next()]).toEqual([
    'user-1',
    'user-2',
    'order-1',
    'id-1',
  ]);
});

test('UUIDs are valid and predictable', () => {
  const ids = predictableIds();
  expect(ids.uuid()).toBe('00000000-0000-4000-8000-000000000001');
  expect(ids.uuid()).toBe(ids.uuidAt(2));
  expect(ids.uuidAt(255)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{10}ff$/);
});
