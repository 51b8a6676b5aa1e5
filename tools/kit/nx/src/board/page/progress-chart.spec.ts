import { expect, test } from 'vitest';
import { progressChart } from './progress-chart.ts';
import { totalsOf } from '../totals.ts';

const none = totalsOf([]);
const first = { at: '2026-11-01T10:00:00Z', totals: { ...none, missing: 3, tested: 1 } };
const last = { at: '2026-11-02T10:00:00Z', totals: { ...none, tested: 4 } };

test('the chart has a column for each run, stacked from the tested promises up', () => {
  const chart = progressChart([first, last]);
  expect(chart).toContain('<title>2026-11-01: 3 missing, 1 tested</title>');
  expect(chart).toContain('class="mark tested" x="0" y="75" width="8" height="25"');
  expect(chart).toContain('class="mark missing" x="0" y="0" width="8" height="75"');
  expect(chart).toContain('class="mark tested" x="10" y="0" width="8" height="100"');
});

test('its label states the first and the last run', () => {
  expect(progressChart([first, last])).toContain('aria-label="Tested promises: 1 of 4 at first, 4 of 4 now"');
});

test('there is no chart of a single run', () => {
  expect(progressChart([last])).toBe('');
});

test('runs without promises have empty columns', () => {
  const empty = { at: '2026-11-01T10:00:00Z', totals: none };
  expect(progressChart([empty, empty])).not.toMatch(/NaN|Infinity/);
});
