import { clearTimeout, setTimeout } from 'node:timers';
import type { Deadline } from './deadline.ts';

/**
 * The shortest interval between two checks of a deadline, in milliseconds.
 *
 * @example
 * const pause = Math.max(new Deadline(1).remaining(), shortestPause);
 * expect(pause).toBe(20);
 */
export const shortestPause = 20;

/**
 * Calls a function when a deadline is over, unless the returned function is called first.
 *
 * @example
 * const controller = new AbortController();
 * whenOver(new Deadline(20), () => controller.abort());
 * await eventually(() => expect(controller.signal.aborted).toBe(true));
 */
export function whenOver(deadline: Deadline, call: () => void): () => void {
  let timer = setTimeout(look, deadline.remaining());
  function look(): void {
    const left = deadline.remaining();
    if (left > 0) timer = setTimeout(look, Math.max(left, shortestPause));
    else call();
  }
  return () => clearTimeout(timer);
}
