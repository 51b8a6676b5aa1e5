import type { Alert } from './alert.ts';

export type AlertListener = (alert: Alert) => void;

/** New alerts as they are raised. */
export interface AlertFeed {
  /**
   * @returns a function that ends it
   * @remarks
   * - Alerts of other organizations are not told.
   * - A listener that throws keeps nobody else from being told.
   * - Where alerts may have been missed, `onGap` is called: whoever follows is to list them.
   * @untested #derived:onGap:omitted is how most tests follow
   */
  follow(organizationId: string, listener: AlertListener, onGap?: () => void): () => void;
}
