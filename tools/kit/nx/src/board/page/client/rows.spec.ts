import { expect, test } from 'vitest';
import { samplePage } from '../../../../proof/board/sample-page.ts';
import { entriesOf } from './entries.ts';
import { contractKey, rowsOf } from './rows.ts';

const entries = entriesOf(samplePage().board);

test('each component is followed by its contracts', () => {
  const rows = rowsOf(entries, () => false);
  expect(rows.map((row) => ('name' in row ? `${row.kind} ${row.name}` : row.kind))).toEqual([
    'component cache',
    'contract Cache',
    'contract Caches',
  ]);
});

test('an expanded contract is followed by its promises', () => {
  const rows = rowsOf(entries, (key) => key === contractKey('cache', 'Caches'));
  expect(rows.slice(2)).toMatchObject([
    { kind: 'contract', name: 'Caches', isExpanded: true },
    { kind: 'promise', entry: { promise: { id: 'Caches.of#returns' } } },
  ]);
});

test('without promises there are no rows', () => {
  expect(rowsOf([], () => true)).toEqual([]);
});
