import { captureStack } from '../origin.ts';
import { blame, currentRecord } from '../record.ts';
import { reportToParent } from './report-file.ts';

/** What the code under test gets instead of a connection. */
export interface NetworkError extends Error {
  readonly code: 'ERR_NETWORK_IN_TEST';
}

/**
 * The error for a try to leave this machine, or undefined where that is allowed. The running test is blamed for it, whether or
 * not its code swallows the error.
 */
export function blockedNetworkError(target: string, verb: string): NetworkError | undefined {
  const record = currentRecord();
  if (record?.rules.network === false) return undefined;
  const what = `tried to ${verb} ${target}, beyond this machine`;
  blame(record, { what, fix, origin: captureStack() });
  reportToParent(what);
  const message = `Tests may not ${verb} ${target}: it is beyond this machine. ${fix}`;
  return Object.assign(new Error(message), { code: 'ERR_NETWORK_IN_TEST' as const });
}

export const fix = 'Use `fakeHttp` or a server on 127.0.0.1, or tag the test `network`.';
