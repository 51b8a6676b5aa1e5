import type { EntityManager } from '@mikro-orm/postgresql';
import type { DueDelivery } from './delivery-queue.ts';
import { maxTries, waitBeforeRetry } from './wait-before-retry.ts';

export async function noteSuccess(em: EntityManager, due: DueDelivery): Promise<void> {
  await close(em, due, 'delivered');
  await em.execute(`update webhooks set failures_in_row = 0 where id = ${webhookOf}`, [due.id]);
}

export async function noteFailure(em: EntityManager, due: DueDelivery, now: Date): Promise<void> {
  await em.execute(
    `update webhooks set failures_in_row = failures_in_row + 1, last_failure_at = ? where id = ${webhookOf}`,
    [now, due.id],
  );
  if (due.tries >= maxTries) return close(em, due, 'given-up');
  await em.execute('update delivery_queue set due_at = ? where delivery_id = ?', [
    new Date(now.getTime() + waitBeforeRetry(due.tries)),
    due.id,
  ]);
}

/** Puts a delivery off that was not tried: it costs it no try. */
export async function postpone(em: EntityManager, due: DueDelivery, until: Date): Promise<void> {
  await em.execute('update delivery_queue set due_at = ?, tries = tries - 1 where delivery_id = ?', [
    until,
    due.id,
  ]);
}

const webhookOf = '(select webhook_id from deliveries where id = ?)';

async function close(em: EntityManager, { id }: DueDelivery, state: 'delivered' | 'given-up'): Promise<void> {
  await em.execute('update deliveries set state = ? where id = ?', [state, id]);
  await em.execute('delete from delivery_queue where delivery_id = ?', [id]);
}
