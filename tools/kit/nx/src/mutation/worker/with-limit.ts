import { clearTimeout, setTimeout } from 'node:timers';
import { Deadline } from '@vouch/testing/deadline';

/** Calls a function and rejects if it does not end in the given time, in which this process could run. */
export async function withLimit(limit: number, run: () => unknown): Promise<void> {
  const over = Promise.withResolvers<never>();
  const deadline = new Deadline(limit);
  let timer: NodeJS.Timeout | undefined;
  const wait = (ms: number): void => {
    timer = setTimeout(() => {
      const left = deadline.remaining();
      if (left > 0) wait(Math.max(left, 50));
      else over.reject(new Error(`The test timed out in ${Math.round(limit)} ms while a mutant was active.`));
    }, ms);
  };
  wait(limit);
  try {
    await Promise.race([run(), over.promise]);
  } finally {
    clearTimeout(timer);
  }
}
