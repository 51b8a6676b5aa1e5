import { createHmac } from 'node:crypto';
import type { Deliveries } from '@acme/alerts-contract';
import type { Clock, RunSql, Tenants } from '@acme/platform-contract';
import type { EntityManager } from '@mikro-orm/postgresql';
import { DeliveryEntity } from '../entities/delivery.ts';
import type { WebhookEntity } from '../entities/webhook.ts';
import { toAlert } from '../services/alert-mapping.ts';
import {
  claimDeliveries,
  type DueDelivery,
  postpone,
  recordFailure,
  recordSuccess,
} from './delivery-queue.ts';
import type { Post, Posting } from './post.ts';

/** A webhook with so many failures in a row is paused. */
const failuresBeforePause = 5;
const pause = 60_000;

interface DeliveryDependencies {
  readonly tenants: Tenants<EntityManager>;
  readonly post: Post;
  readonly now: Clock;
  /** The limit of simultaneous deliveries. */
  readonly limit?: number;
}

export class WebhookDeliveries implements Deliveries {
  readonly #dependencies: Required<DeliveryDependencies>;

  constructor(dependencies: DeliveryDependencies) {
    this.#dependencies = { limit: 10, ...dependencies };
  }

  async run(): Promise<number> {
    const { tenants, limit, now } = this.#dependencies;
    const due = await claimDeliveries(tenants, limit, now());
    const tried = await Promise.all(due.map((delivery) => this.#try(delivery)));
    return tried.filter(Boolean).length;
  }

  /** @returns whether a request was sent to the webhook */
  async #try(due: DueDelivery): Promise<boolean> {
    const { tenants, post, now } = this.#dependencies;
    const posting = await tenants.write(due, (em, sql) => this.#prepare(em, sql, due));
    if (posting === undefined) return false;
    const failed = await post(posting).then(
      () => false,
      () => true,
    );
    await tenants.write(due, (_em, sql) =>
      failed ? recordFailure(sql, due, now()) : recordSuccess(sql, due),
    );
    return true;
  }

  /** Returns the request, or undefined if the delivery was deleted or delivered, or its webhook is paused. */
  async #prepare(em: EntityManager, sql: RunSql, due: DueDelivery): Promise<Posting | undefined> {
    const now = this.#dependencies.now();
    const delivery = await em.findOne(
      DeliveryEntity,
      { id: due.id },
      { populate: ['webhook', 'alert.rule'] },
    );
    if (delivery?.state !== 'pending') return undefined;
    const { webhook, alert } = delivery;
    if (isPaused(webhook, now)) {
      await postpone(sql, due, new Date(now.getTime() + pause));
      return undefined;
    }
    const body = JSON.stringify({ type: 'alert.raised', alert: toAlert(alert) });
    return { url: webhook.url, body, headers: sign(delivery.id, body, webhook.secret, now) };
  }
}

function isPaused({ failuresInRow, lastFailureAt }: WebhookEntity, now: Date): boolean {
  if (failuresInRow < failuresBeforePause || !lastFailureAt) return false;
  return lastFailureAt.getTime() > now.getTime() - pause;
}

/**
 * Returns the headers of a delivery, as the Standard Webhooks specification defines them. The signature proves the
 * sender, the time rules out replays, and the id identifies repeated deliveries.
 */
export function sign(id: string, body: string, secret: string, now: Date): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const signature = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
