import { quote, type StateCheck } from './state-check.ts';

/** An exit code that is set ends the worker with it, whatever the tests of other files say. */
export const exitCode: StateCheck = () => {
  const before = process.exitCode;
  return () => {
    const now = process.exitCode;
    if (now === before) return [];
    process.exitCode = before;
    const fix = 'Have the code under test return its exit code, or run it in a process of its own.';
    return [{ what: `left the exit code of the process at ${quote(now)}`, fix }];
  };
};
