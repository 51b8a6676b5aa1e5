import { AlertEntity } from './alert.ts';
import { AlertRuleEntity } from './alert-rule.ts';
import { DeliveryEntity } from './delivery.ts';
import { QueuedDeliveryEntity } from './queued-delivery.ts';
import { WebhookEntity } from './webhook.ts';

export const alertsEntities = [
  AlertRuleEntity,
  AlertEntity,
  WebhookEntity,
  DeliveryEntity,
  QueuedDeliveryEntity,
];
