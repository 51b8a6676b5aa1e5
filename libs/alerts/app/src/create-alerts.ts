import type { AlertFeed, AlertRules, Alerts, Deliveries, Webhooks } from '@acme/alerts-contract';
import type { Caches } from '@acme/cache-contract';
import type { Tenants } from '@acme/identity-contract';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Post } from './delivery/post.ts';
import { WebhookDeliveries } from './delivery/webhook-deliveries.ts';
import { AlertCounting } from './services/alert-counting.ts';
import { AlertHub } from './services/alert-hub.ts';
import { AlertRelay, type Notices } from './services/alert-relay.ts';
import { AlertRulesService } from './services/alert-rules-service.ts';
import { AlertsService } from './services/alerts-service.ts';
import type { Clock } from './services/clock.ts';
import { WebhooksService } from './services/webhooks-service.ts';

export interface AlertsComponent {
  readonly rules: AlertRules;
  readonly alerts: Alerts;
  readonly webhooks: Webhooks;
  readonly feed: AlertFeed;
  readonly deliveries: Deliveries;
}

export interface AlertsParts {
  readonly tenants: Tenants<EntityManager>;
  readonly caches: Caches;
  /** By which processes hear of each other's alerts; without it the feed tells those of this process. */
  readonly notices?: Notices;
  /** Sends a delivery to its webhook. */
  readonly post: Post;
  readonly now?: Clock;
}

/** The component, made of what it needs from outside. */
export function createAlerts({
  tenants,
  caches,
  notices,
  post,
  now = () => new Date(),
}: AlertsParts): AlertsComponent {
  const hub = new AlertHub();
  const relay = new AlertRelay(tenants, hub);
  if (notices) relay.listenTo(notices);
  const counting = new AlertCounting(tenants, caches, now);
  return {
    rules: new AlertRulesService(tenants, counting),
    alerts: new AlertsService({ tenants, hub, relay, counting, now }),
    webhooks: new WebhooksService(tenants),
    feed: hub,
    deliveries: new WebhookDeliveries({ tenants, post, now }),
  };
}
