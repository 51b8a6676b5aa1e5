import { captureStack } from '../origin.ts';
import { blame, currentRecord } from '../record.ts';
import { reportToParent } from './report-file.ts';

/** The error that code under test gets instead of a connection. */
export interface NetworkError extends Error {
  readonly code: 'ERR_NETWORK_IN_TEST';
}

/**
 * Returns the error for an attempt to leave this machine, or undefined if that is allowed. The attempt fails the
 * running test, even if its code catches the error.
 */
export function blockedNetworkError(target: string, verb: string): NetworkError | undefined {
  const record = currentRecord();
  if (record?.rules.network === false) return undefined;
  const what = `tried to ${verb} ${target}, beyond this machine`;
  blame(record, { what, fix, origin: captureStack() });
  reportToParent(what);
  const message = `Tests cannot ${verb} ${target}, because it is beyond this machine. ${fix}`;
  return Object.assign(new Error(message), { code: 'ERR_NETWORK_IN_TEST' as const });
}

export const fix = 'Use `fakeHttp` or a server on 127.0.0.1, or tag the test `network`.';
