import type { AlertFeed, AlertRules, Alerts, Deliveries, Webhooks } from '@acme/alerts-contract';
import type { Caches } from '@acme/cache-contract';
import type { Notifications } from '@acme/platform';
import type { Clock, Tenants } from '@acme/platform-contract';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Post } from './delivery/post.ts';
import { WebhookDeliveries } from './delivery/webhook-deliveries.ts';
import { AlertCounting } from './services/alert-counting.ts';
import { AlertHub } from './services/alert-hub.ts';
import { AlertRelay } from './services/alert-relay.ts';
import { AlertRulesService } from './services/alert-rules-service.ts';
import { AlertsService } from './services/alerts-service.ts';
import { WebhooksService } from './services/webhooks-service.ts';

export interface AlertsComponent {
  readonly rules: AlertRules;
  readonly alerts: Alerts;
  readonly webhooks: Webhooks;
  readonly feed: AlertFeed;
  readonly deliveries: Deliveries;
}

export interface AlertsDependencies {
  readonly tenants: Tenants<EntityManager>;
  readonly caches: Caches;
  /** Announces alerts between processes. Without it, the feed has only the alerts of this process. */
  readonly notifications?: Notifications;
  /** Sends a delivery to its webhook. */
  readonly post: Post;
  readonly now?: Clock;
}

/** Creates the component from its dependencies. */
export function createAlerts({
  tenants,
  caches,
  notifications,
  post,
  now = () => new Date(),
}: AlertsDependencies): AlertsComponent {
  const hub = new AlertHub();
  const relay = new AlertRelay(tenants, hub);
  if (notifications) relay.listenTo(notifications);
  const counting = new AlertCounting(tenants, caches, now);
  return {
    rules: new AlertRulesService(tenants, counting),
    alerts: new AlertsService({ tenants, hub, relay, counting, now }),
    webhooks: new WebhooksService(tenants),
    feed: hub,
    deliveries: new WebhookDeliveries({ tenants, post, now }),
  };
}
