export type { AlertFeed, AlertListener } from './alert-feed.ts';
export {
  type AlertRule,
  type AlertRules,
  AlertRuleSchema,
  type Condition,
  type NewAlertRule,
  NewAlertRuleSchema,
  severities,
  type Severity,
} from './alert-rules.ts';
export {
  type Alert,
  type AlertCounts,
  AlertCountsSchema,
  type AlertFilter,
  AlertFilterSchema,
  type AlertPeriod,
  AlertPeriodSchema,
  type Alerts,
  AlertSchema,
  type AlertState,
  alertStates,
  type Event,
  EventSchema,
  periods,
} from './alerts.ts';
export type { Deliveries } from './deliveries.ts';
export { AlertClosedError, AlertNotFoundError, RuleNotFoundError, WebhookNotFoundError } from './errors.ts';
export {
  type NewWebhook,
  NewWebhookSchema,
  type RegisteredWebhook,
  RegisteredWebhookSchema,
  type Webhook,
  type Webhooks,
  WebhookSchema,
} from './webhooks.ts';
