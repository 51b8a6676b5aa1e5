import { vi } from 'vitest';
import type { GuardProblem } from '../guard-problem.ts';
import type { StateCheck } from './state-check.ts';

const fix = 'Call `vi.useRealTimers()` in `afterEach`, or take the fixture `clock`.';

/** Fake time that is still on makes other tests wait for ever. */
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
