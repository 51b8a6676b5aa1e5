export {
  type Alert,
  type AlertFilter,
  AlertFilterSchema,
  AlertSchema,
  type AlertState,
  alertStates,
  type Event,
  EventSchema,
} from './alert.ts';
export {
  type AlertCounts,
  AlertCountsSchema,
  type AlertPeriod,
  AlertPeriodSchema,
  periods,
} from './alert-counts.ts';
export type { AlertFeed, AlertListener } from './alert-feed.ts';
export {
  type AlertRule,
  AlertRuleSchema,
  type Condition,
  type NewAlertRule,
  NewAlertRuleSchema,
  severities,
  type Severity,
} from './alert-rule.ts';
export type { AlertRules } from './alert-rules.ts';
export type { Alerts } from './alerts.ts';
export type { Deliveries } from './deliveries.ts';
export {
  AlertClosedError,
  AlertNotFoundError,
  AlertsError,
  RuleNotFoundError,
  WebhookNotFoundError,
} from './errors.ts';
export {
  type NewWebhook,
  NewWebhookSchema,
  type RegisteredWebhook,
  RegisteredWebhookSchema,
  type Webhook,
  WebhookSchema,
} from './webhook.ts';
export type { Webhooks } from './webhooks.ts';
