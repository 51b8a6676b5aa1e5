import { vi } from 'vitest';
import type { GuardProblem } from '../guard-problem.ts';
import type { StateCheck } from './state-check.ts';

const fix = 'Call `vi.useRealTimers()` in `afterEach`, or use the fixture `clock`.';

/** Turns fake time off, which would make other tests wait for ever. */
export const fakeTime: StateCheck = () => {
  const wasOn = isOn();
  return () => {
    if (wasOn || !isOn()) return [];
    const what = vi.isFakeTimers() ? 'left fake timers on' : 'left the system time set';
    vi.useRealTimers();
    return [{ what, fix }] satisfies GuardProblem[];
  };
};

function isOn(): boolean {
  return vi.isFakeTimers() || vi.getMockedSystemTime() !== null;
}
