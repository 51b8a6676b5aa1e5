import { originOf } from '../origin.ts';
import { blame, type GuardRecord } from '../record.ts';

/** The longest time that a unit test may wait for the real clock, in milliseconds. */
export const longestSleep = 100;

/** Reports a test that waited for a timer longer than allowed. Called when the timer fires. */
export function noteSleep(record: GuardRecord, id: number): void {
  const resource = record.resources.get(id);
  if (resource?.type !== 'Timeout') return;
  const timer = resource.handle as NodeJS.Timeout & { _idleTimeout: number };
  const slept = timer._idleTimeout;
  if (!(slept > longestSleep) || !timer.hasRef()) return;
  if (originOf(resource.origin, record.filepath) === 'vitest') return;
  blame(record, {
    what: `slept for ${slept} ms of real time (at most ${longestSleep} ms in a unit test)`,
    fix: 'Advance a fake clock, wait for the event itself with `eventually`, or tag the test `real-time`.',
    origin: resource.origin,
  });
}
