import type { RunSql, Tenants } from '@acme/platform-contract';
import type { EntityManager } from '@mikro-orm/postgresql';

export interface DueDelivery {
  readonly id: string;
  readonly organizationId: string;
  /** Includes the current one. */
  readonly tries: number;
}

/** Tries after which a delivery is given up: with the waits below, half a day in all. */
export const maxTries = 8;

/** A claimed delivery is not due while it is tried. When its process dies, it is due again after this time. */
const lease = 60_000;

/** Claims due deliveries of all tenants, so that no other process tries them. The queue contains only ids and times. */
export function claimDeliveries(
  tenants: Tenants<EntityManager>,
  count: number,
  now: Date,
): Promise<DueDelivery[]> {
  return tenants.write({}, (_em, sql) =>
    sql<DueDelivery>(
      `update delivery_queue set due_at = $1, tries = tries + 1 where delivery_id in (
         select delivery_id from delivery_queue where due_at <= $2 order by due_at limit $3 for update skip locked)
       returning delivery_id as id, organization_id as "organizationId", tries`,
      [new Date(now.getTime() + lease), now, count],
    ),
  );
}

export async function recordSuccess(sql: RunSql, due: DueDelivery): Promise<void> {
  await close(sql, due, 'delivered');
  await sql(`update webhooks set failures_in_row = 0 where id = ${webhookOf}`, [due.id]);
}

export async function recordFailure(sql: RunSql, due: DueDelivery, now: Date): Promise<void> {
  await sql(
    `update webhooks set failures_in_row = failures_in_row + 1, last_failure_at = $2 where id = ${webhookOf}`,
    [due.id, now],
  );
  if (due.tries >= maxTries) return close(sql, due, 'given-up');
  const next = new Date(now.getTime() + waitBeforeRetry(due.tries));
  await sql('update delivery_queue set due_at = $2 where delivery_id = $1', [due.id, next]);
}

/** Postpones a delivery that was not tried, without counting a try. */
export async function postpone(sql: RunSql, due: DueDelivery, until: Date): Promise<void> {
  await sql('update delivery_queue set due_at = $2, tries = tries - 1 where delivery_id = $1', [
    due.id,
    until,
  ]);
}

const firstWait = 5_000;
const factor = 5;
const longestWait = 6 * 60 * 60 * 1000;

/**
 * Returns the milliseconds to wait after a number of tries. Each wait is five times as long as the one before, and a
 * random share between half and all of it, so that simultaneous failures are not retried at the same time.
 */
export function waitBeforeRetry(tries: number, random: () => number = Math.random): number {
  const full = Math.min(longestWait, firstWait * factor ** (tries - 1));
  return Math.round(full * (0.5 + random() / 2));
}

const webhookOf = '(select webhook_id from deliveries where id = $1)';

async function close(sql: RunSql, { id }: DueDelivery, state: 'delivered' | 'given-up'): Promise<void> {
  await sql('update deliveries set state = $2 where id = $1', [id, state]);
  await sql('delete from delivery_queue where delivery_id = $1', [id]);
}
