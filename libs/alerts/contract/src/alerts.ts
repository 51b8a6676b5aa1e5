import { type Actor, Id, singleLineText, Timestamp } from '@acme/platform-contract';
import Type, { type Static } from 'typebox';
import { SeveritySchema } from './alert-rules.ts';

const closed = { additionalProperties: false };

/** An observation of a camera or another source. Reports with the same id are the same event. */
export const EventSchema = Type.Object(
  {
    id: Id,
    kind: singleLineText(50, 'person'),
    zone: Type.Optional(singleLineText(50, 'loading bay')),
    confidence: Type.Number({ minimum: 0, maximum: 1, examples: [0.93] }),
  },
  closed,
);
export type Event = Static<typeof EventSchema>;

export const alertStates = ['raised', 'acknowledged', 'dismissed'] as const;
export const AlertStateSchema = Type.Enum(alertStates, { examples: ['raised'] });
export type AlertState = Static<typeof AlertStateSchema>;

export const AlertSchema = Type.Object(
  {
    id: Id,
    ruleId: Id,
    eventId: Id,
    title: Type.String(),
    severity: SeveritySchema,
    state: AlertStateSchema,
    raisedAt: Timestamp,
  },
  { ...closed, title: 'Alert' },
);
export type Alert = Static<typeof AlertSchema>;

export const AlertFilterSchema = Type.Object({ state: Type.Optional(AlertStateSchema) }, closed);
export type AlertFilter = Static<typeof AlertFilterSchema>;

const Count = Type.Integer({ minimum: 0, examples: [3] });
const BySeverity = Type.Object({ info: Count, warning: Count, critical: Count }, closed);

/** The number of alerts by state and severity. */
export const AlertCountsSchema = Type.Object(
  { raised: BySeverity, acknowledged: BySeverity, dismissed: BySeverity },
  { ...closed, title: 'AlertCounts' },
);
export type AlertCounts = Static<typeof AlertCountsSchema>;

export const periods = ['day', 'week', 'month'] as const;
export const AlertPeriodSchema = Type.Object(
  { period: Type.Optional(Type.Enum(periods, { examples: ['week'] })) },
  closed,
);
/** The last day, week or month until now. The default is a week. */
export type AlertPeriod = Static<typeof AlertPeriodSchema>;

/** Alerts, which rules raise from events. */
export interface Alerts {
  /**
   * Records an event.
   *
   * @returns the alerts that it raised, one for each rule that it matches
   * @remarks
   * - The same event raises no second alert, even when it is reported twice at once.
   * - Each new alert is queued once for each webhook of the organization.
   * - Followers of the organization's feed get each new alert.
   * @tenantScoped
   */
  report(actor: Actor, event: Event): Promise<Alert[]>;

  /**
   * @returns the newest 100 alerts, newest first, of one state or of all
   * @tenantScoped
   */
  list(actor: Actor, filter: AlertFilter): Promise<Alert[]>;

  /**
   * Counts all alerts of a period.
   *
   * @returns the number of alerts of each state and severity
   * @remarks
   * - It caches the counts for up to 30 s.
   * - A caller's own changes are counted at once.
   * @tenantScoped
   */
  count(actor: Actor, period: AlertPeriod): Promise<AlertCounts>;

  /**
   * Marks an alert as being taken care of.
   *
   * @returns the alert
   * @throws {@link AlertNotFoundError} when the alert does not exist
   * @throws {@link AlertClosedError} when it was dismissed
   * @remarks
   * - Acknowledging twice has no further effect.
   * @tenantScoped
   */
  acknowledge(actor: Actor, alertId: string): Promise<Alert>;

  /**
   * Marks an alert as needing no action.
   *
   * @returns the alert
   * @throws {@link AlertNotFoundError} when the alert does not exist
   * @remarks
   * - Dismissing twice has no further effect.
   * @tenantScoped
   */
  dismiss(actor: Actor, alertId: string): Promise<Alert>;
}
