import type { RunnerTestCase } from 'vitest';
import type { AttemptResult } from './test-attempts.ts';

const errorsOfTheLanguage = new Set(['TypeError', 'ReferenceError', 'RangeError', 'SyntaxError']);

/** Returns how the last attempt of a test failed; undefined if it passed. */
export function failureOf({ result }: RunnerTestCase): AttemptResult['failure'] {
  if (result?.state !== 'fail') return undefined;
  const { errors = [] } = result;
  if (errors.some(({ message }) => /timed out|time limit/i.test(message))) return 'timeout';
  return errors.every(({ name = '' }) => errorsOfTheLanguage.has(name)) ? 'crashed' : 'killed';
}
