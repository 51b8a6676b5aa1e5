import type { Deliveries } from '@acme/alerts-contract';
import type { Tenants } from '@acme/identity-contract';
import type { EntityManager } from '@mikro-orm/postgresql';
import { DeliveryEntity } from '../entities/delivery.ts';
import type { Clock } from '../services/clock.ts';
import { toAlert } from '../services/to-alert.ts';
import { DeliveryQueue, type DueDelivery } from './delivery-queue.ts';
import { noteFailure, noteSuccess, postpone } from './note-outcome.ts';
import type { Post, Posting } from './post.ts';
import { sign } from './sign.ts';

/** A webhook that failed so often in a row is left alone for a while. */
const failuresThatBreak = 5;
const pause = 60_000;

export interface DeliveryParts {
  readonly tenants: Tenants<EntityManager>;
  readonly post: Post;
  readonly now: Clock;
  /** How many deliveries are tried at once. */
  readonly atOnce?: number;
}

export class WebhookDeliveries implements Deliveries {
  readonly #parts: Required<DeliveryParts>;
  readonly #queue: DeliveryQueue;

  constructor(parts: DeliveryParts) {
    this.#parts = { atOnce: 10, ...parts };
    this.#queue = new DeliveryQueue(parts.tenants);
  }

  async run(): Promise<number> {
    const { atOnce, now } = this.#parts;
    const due = await this.#queue.claim(atOnce, now());
    const tried = await Promise.all(due.map((delivery) => this.#try(delivery)));
    return tried.filter(Boolean).length;
  }

  /** @returns whether the webhook was asked */
  async #try(due: DueDelivery): Promise<boolean> {
    const { tenants, post, now } = this.#parts;
    const within = <Result>(work: (em: EntityManager) => Promise<Result>) => tenants.within(due, work);
    const posting = await within((em) => this.#prepare(em, due));
    if (posting === undefined) return false;
    const failed = await post(posting).then(
      () => false,
      () => true,
    );
    await within((em) => (failed ? noteFailure(em, due, now()) : noteSuccess(em, due)));
    return true;
  }

  /** What is to be sent; nothing when it is gone, was delivered, or its webhook is left alone. */
  async #prepare(em: EntityManager, due: DueDelivery): Promise<Posting | undefined> {
    const now = this.#parts.now();
    const delivery = await em.findOne(
      DeliveryEntity,
      { id: due.id },
      { populate: ['webhook', 'alert.rule'] },
    );
    if (delivery?.state !== 'pending') return undefined;
    const { webhook, alert } = delivery;
    if (await isBroken(em, webhook.id, now)) {
      await postpone(em, due, new Date(now.getTime() + pause));
      return undefined;
    }
    const body = JSON.stringify({ type: 'alert.raised', alert: toAlert(alert) });
    return { url: webhook.url, body, headers: sign(delivery.id, body, webhook.secret, now) };
  }
}

/** Whether the last failure of a webhook that fails again and again was not long ago. */
async function isBroken(em: EntityManager, webhookId: string, now: Date): Promise<boolean> {
  const rows = await em.execute(
    'select 1 from webhooks where id = ? and failures_in_row >= ? and last_failure_at > ?',
    [webhookId, failuresThatBreak, new Date(now.getTime() - pause)],
  );
  return rows.length > 0;
}
