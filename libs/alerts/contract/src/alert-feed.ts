import type { Alert } from './alerts.ts';

export type AlertListener = (alert: Alert) => void;

/** New alerts as they are raised. */
export interface AlertFeed {
  /**
   * Calls the listener for each new alert of an organization.
   *
   * @returns a function that ends it
   * @remarks
   * - The listener does not get alerts of other organizations.
   * - When a listener throws, the others still get the alert.
   * - When alerts may have been missed, it calls `onGap`, and the follower should list them.
   * @untested #derived:onGap:omitted is the usual call in tests
   */
  follow(organizationId: string, listener: AlertListener, onGap?: () => void): () => void;
}
