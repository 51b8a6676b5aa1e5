import type { Alert } from './alert.ts';

export type AlertListener = (alert: Alert) => void;

/** New alerts as they are raised. */
export interface AlertFeed {
  /**
   * @returns a function that ends it
   * @remarks
   * - Alerts of other organizations are not told.
   * - A listener that throws keeps nobody else from being told.
   */
  follow(organizationId: string, listener: AlertListener): () => void;
}
