import { clearTimeout, setTimeout } from 'node:timers';
import type { Deadline } from './deadline.ts';

/** The shortest interval between two checks of a deadline, in milliseconds. */
export const shortestPause = 20;

/** Calls a function when a deadline is over, unless the returned function is called first. */
export function whenOver(deadline: Deadline, call: () => void): () => void {
  let timer = setTimeout(look, deadline.remaining());
  function look(): void {
    const left = deadline.remaining();
    if (left > 0) timer = setTimeout(look, Math.max(left, shortestPause));
    else call();
  }
  return () => clearTimeout(timer);
}
