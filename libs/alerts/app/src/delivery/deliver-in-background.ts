import { setTimeout as sleep } from 'node:timers/promises';
import type { Deliveries } from '@acme/alerts-contract';

export interface BackgroundDelivery {
  /** Stops delivering, after the outcomes of current tries are recorded. */
  readonly stop: () => Promise<void>;
}

interface Options {
  /** Milliseconds before the queue is read again when nothing was due. */
  readonly interval: number;
  readonly onError: (error: unknown) => void;
}

/** Delivers until it is stopped, and continues when the database was unreachable. */
export function deliverInBackground(
  deliveries: Deliveries,
  { interval, onError }: Options,
): BackgroundDelivery {
  const controller = new AbortController();
  const { signal } = controller;
  const ended = loop();

  async function loop(): Promise<void> {
    while (!signal.aborted) {
      const tried = await deliveries.run().catch((error: unknown) => {
        onError(error);
        return 0;
      });
      if (tried === 0) await sleep(interval, undefined, { signal }).catch(() => undefined);
    }
  }

  const stop = async (): Promise<void> => {
    controller.abort();
    await ended;
  };
  return { stop };
}
