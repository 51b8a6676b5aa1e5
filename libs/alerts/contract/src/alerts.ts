import type { Actor } from '@acme/identity-contract';
import type { Alert, AlertFilter, Event } from './alert.ts';
import type { AlertCounts, AlertPeriod } from './alert-counts.ts';

/** Alerts that rules raised of events. */
export interface Alerts {
  /**
   * Takes an event in.
   *
   * @returns the alerts that it raised, one for each rule that it meets
   * @remarks
   * - The same event raises no second alert, also when reported twice at once.
   * - Each webhook of the organization is to get each new alert once.
   * - Whoever follows the feed of the organization gets each new alert.
   * @tenantScoped
   */
  report(actor: Actor, event: Event): Promise<Alert[]>;

  /**
   * @returns the newest 100 alerts, newest first, of one state or of all
   * @tenantScoped
   */
  list(actor: Actor, filter: AlertFilter): Promise<Alert[]>;

  /**
   * Counts the alerts of a period, however many there are.
   *
   * @returns how many there are of each state and severity
   * @remarks
   * - What was counted before is told again for up to 30 s.
   * - Whoever has changed something sees it counted.
   * @tenantScoped
   */
  count(actor: Actor, period: AlertPeriod): Promise<AlertCounts>;

  /**
   * Says that somebody takes care.
   *
   * @returns the alert
   * @throws {@link AlertNotFoundError} when there is no such alert
   * @throws {@link AlertClosedError} when it was dismissed
   * @remarks
   * - To acknowledge twice does nothing more.
   * @tenantScoped
   */
  acknowledge(actor: Actor, alertId: string): Promise<Alert>;

  /**
   * Says that there is nothing to take care of.
   *
   * @returns the alert
   * @throws {@link AlertNotFoundError} when there is no such alert
   * @remarks
   * - To dismiss twice does nothing more.
   * @tenantScoped
   */
  dismiss(actor: Actor, alertId: string): Promise<Alert>;
}
