import type { EventEmitter } from 'node:events';
import type { MatcherState } from 'vitest';
import { realPause } from '../async/until-aborted.ts';
import { Deadline } from '../deadline/deadline.ts';
import { expectation, type Expectation, show } from './expectation.ts';

export interface EmitOptions {
  /** How long to wait for the event after the function has ended, in milliseconds. */
  readonly within?: number;
  readonly signal?: AbortSignal;
}

/**
 * Runs a function and passes if an emitter or event target emits an event during the call or shortly after, with the
 * arguments if they are given. Await it.
 *
 * @example
 * await expect(() => orders.place(order)).toEmit(orders, 'placed', [expect.objectContaining({ id: order.id })]);
 */
export async function toEmit(
  this: MatcherState,
  received: () => unknown,
  source: EventEmitter | EventTarget,
  event: string,
  args?: readonly unknown[],
  { within = this.isNot ? 0 : 100, signal }: EmitOptions = {},
): Promise<Expectation> {
  const calls: unknown[][] = [];
  const matches = () =>
    calls.some((call) => args === undefined || this.equals(call, args, this.customTesters));
  const stop = listen(source, event, (call) => calls.push(call));
  try {
    await received();
    const deadline = new Deadline(within);
    do await realPause(within === 0 ? 0 : 2, signal);
    while (!matches() && !deadline.isOver());
  } finally {
    stop();
  }
  const wanted = args === undefined ? `"${event}"` : `"${event}" with ${show.call(this, args)}`;
  const seen = () =>
    calls.length === 0
      ? 'it was not emitted'
      : `it was emitted with ${calls.map((call) => show.call(this, call)).join(', ')}`;
  return expectation(
    matches(),
    () => `expected the function to have ${wanted} emitted; ${seen()}`,
    () => `expected the function not to have ${wanted} emitted, but ${seen()}`,
  );
}

function listen(
  source: EventEmitter | EventTarget,
  event: string,
  note: (args: unknown[]) => void,
): () => void {
  if (source instanceof EventTarget) {
    const listener = (emitted: Event) => note([emitted]);
    source.addEventListener(event, listener);
    return () => source.removeEventListener(event, listener);
  }
  const listener = (...args: unknown[]) => note(args);
  source.on(event, listener);
  return () => source.off(event, listener);
}
