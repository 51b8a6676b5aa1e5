import { expect, test } from 'vitest';
import { ableTime } from './able-time.ts';
import type { MachineLoad } from './machine-load.ts';

const start: MachineLoad = { at: 5_000, ran: 700, queued: 30, pressure: [90_000, 400] };

function after(
  elapsed: number,
  { ran = 0, queued = 0, pressure = [0, 0] }: Partial<MachineLoad>,
): MachineLoad {
  const grown = pressure.map((ms, index) => ms + (start.pressure[index] ?? 0));
  return { at: start.at + elapsed, ran: start.ran + ran, queued: start.queued + queued, pressure: grown };
}

test.each<[what: string, load: Partial<MachineLoad>, able: number]>([
  ['a test that waits on an idle machine', {}, 1_000],
  ['a test that uses a processor by itself', { ran: 1_000 }, 1_000],
  ['a busy test that waits for a processor', { ran: 250, queued: 750, pressure: [1_000, 0] }, 250],
  ['a test that waits for programs which wait for a processor', { pressure: [600, 0] }, 400],
  ['the same in a limited control group', { pressure: [100, 600] }, 400],
  ['a test with some of each', { ran: 100, queued: 300, pressure: [500, 0] }, 400],
  [
    'sums that exceed the time, because they are read one after the other',
    { ran: 900, queued: 900, pressure: [2_000, 0] },
    900,
  ],
])('%s', (_what, load, able) => {
  expect(ableTime(start, after(1_000, load))).toBe(able);
});

test('without a measure of pressure, other programs are assumed to wait as long as the test', () => {
  const from = { ...start, pressure: [] };
  const load = (ran: number, queued: number) => ({ ...after(1_000, { ran, queued }), pressure: [] });
  expect(ableTime(from, load(100, 300))).toBe(100 + 600 * 0.25);
  expect(ableTime(from, load(0, 0))).toBe(1_000);
});
