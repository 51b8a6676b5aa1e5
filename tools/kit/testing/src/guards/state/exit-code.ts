import { quote, type StateCheck } from './state-check.ts';

/** Restores the exit code, which would end the worker with a failure even if all other files pass. */
export const exitCode: StateCheck = () => {
  const before = process.exitCode;
  return () => {
    const now = process.exitCode;
    if (now === before) return [];
    process.exitCode = before;
    const fix = 'Make the code under test return its exit code, or run it in a separate process.';
    return [{ what: `left the exit code of the process at ${quote(now)}`, fix }];
  };
};
