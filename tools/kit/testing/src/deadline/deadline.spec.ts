import { expect, test } from 'vitest';
import { Deadline } from './deadline.ts';
import type { Machine } from './this-machine.ts';

/** A machine whose time and load the test controls. `pressure` is the share of the time in which other programs wait. */
function machine() {
  const load = { at: 0, ran: 0, queued: 0, pressure: [0] };
  let looks = 0;
  return {
    time: () => load.at,
    recentLoad: () => structuredClone(load),
    presentLoad: () => ((looks += 1), structuredClone(load)),
    looks: () => looks,
    pass(ms: number, { pressure = 0, ran = 0 } = {}) {
      load.at += ms;
      load.ran += ran * ms;
      load.pressure = [(load.pressure[0] ?? 0) + pressure * ms];
    },
  } satisfies Machine & Record<string, unknown>;
}

test('on an idle machine it ends with its time', () => {
  const idle = machine();
  const deadline = new Deadline(1_000, idle);
  idle.pass(999);
  expect([deadline.isOver(), deadline.remaining()]).toEqual([false, 1]);
  idle.pass(1);
  expect([deadline.isOver(), deadline.isStretched, deadline.description]).toEqual([true, false, '1 s']);
});

test('the load is not read before that', () => {
  const idle = machine();
  const deadline = new Deadline(1_000, idle);
  idle.pass(999, { pressure: 1 });
  deadline.isOver();
  expect(idle.looks()).toBe(0);
});

test('on a busy machine it waits for time in which the process could have run', () => {
  const busy = machine();
  const deadline = new Deadline(5_000, busy);
  busy.pass(5_000, { pressure: 0.6 });
  expect([deadline.isOver(), deadline.remaining()]).toEqual([false, 3_000]);
  busy.pass(7_500, { pressure: 0.6 });
  expect(deadline.isOver()).toBe(true);
  expect(deadline.description).toBe(
    '5 s, stretched to 13 s because the machine was busy (CPU pressure 60 %)',
  );
});

test('the process’s own work does not stretch it', () => {
  const busy = machine();
  const deadline = new Deadline(1_000, busy);
  busy.pass(1_000, { pressure: 1, ran: 1 });
  expect(deadline.isOver()).toBe(true);
});

test('it is not stretched further when the machine becomes idle', () => {
  const busy = machine();
  const deadline = new Deadline(1_000, busy);
  busy.pass(1_000, { pressure: 0.5 });
  busy.pass(500);
  expect(deadline.isOver()).toBe(true);
});

test.each([
  [1_000, 10_000],
  [60_000, 360_000],
])('a limit of %i ms is stretched to at most %i ms', (limit, longest) => {
  const stuck = machine();
  const deadline = new Deadline(limit, stuck);
  stuck.pass(longest - 1, { pressure: 1 });
  expect(deadline.isOver()).toBe(false);
  stuck.pass(1, { pressure: 1 });
  expect(deadline.isOver()).toBe(true);
});

test('a small pressure, which always exists, has no effect', () => {
  const ordinary = machine();
  const deadline = new Deadline(1_000, ordinary);
  ordinary.pass(1_000, { pressure: 0.08 });
  expect([deadline.isOver(), deadline.description]).toEqual([true, '1 s']);
});

test('a wait can end before it, with a margin', () => {
  const idle = machine();
  const deadline = new Deadline(1_000, idle);
  idle.pass(899);
  expect(deadline.isOver(100)).toBe(false);
  idle.pass(1);
  expect(deadline.isOver(100)).toBe(true);
});
