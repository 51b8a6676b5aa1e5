import { randomUUIDv7 } from 'node:crypto';
import type { Alert, Condition, Event } from '@acme/alerts-contract';
import type { RunSql } from '@acme/platform-contract';
import type { EntityManager } from '@mikro-orm/postgresql';
import { AlertRuleEntity } from '../entities/alert-rule.ts';

/** The open transaction of a tenant. */
interface Transaction {
  readonly em: EntityManager;
  readonly sql: RunSql;
  readonly organizationId: string;
  readonly now: Date;
}

/**
 * Raises an alert for each rule that the event matches and queues its deliveries, in one transaction: an alert never
 * exists without its deliveries.
 *
 * @returns the new alerts
 */
export async function raiseAlerts(transaction: Transaction, event: Event): Promise<Alert[]> {
  const { em, now } = transaction;
  const rules = (await em.findAll(AlertRuleEntity)).filter(({ condition }) => matches(condition, event));
  const alerts: Alert[] = [];
  for (const { id: ruleId, name: title, severity } of rules) {
    const id = await insertAlert(transaction, ruleId, event.id);
    if (id === undefined) continue;
    await queueDeliveries(transaction, id);
    const raisedAt = now.toISOString();
    alerts.push({ id, ruleId, eventId: event.id, title, severity, state: 'raised', raisedAt });
  }
  return alerts;
}

/** @returns whether the event meets a rule's condition; a condition without a zone applies to every zone */
export function matches({ kind, zone, minConfidence }: Condition, event: Event): boolean {
  return (
    event.kind === kind && (zone === undefined || event.zone === zone) && event.confidence >= minConfidence
  );
}

/** @returns the id of the alert, or undefined if the event has raised it before */
async function insertAlert(
  { sql, organizationId, now }: Transaction,
  ruleId: string,
  eventId: string,
): Promise<string | undefined> {
  const [row] = await sql<{ id: string }>(
    `insert into alerts (id, organization_id, rule_id, event_id, state, raised_at)
     values ($1, $2, $3, $4, 'raised', $5)
     on conflict (organization_id, rule_id, event_id) do nothing returning id`,
    [randomUUIDv7(), organizationId, ruleId, eventId, now],
  );
  return row?.id;
}

async function queueDeliveries({ sql, organizationId, now }: Transaction, alertId: string): Promise<void> {
  await sql(
    `with created as (
       insert into deliveries (id, organization_id, webhook_id, alert_id, state, created_at)
       select gen_random_uuid(), organization_id, id, $1::uuid, 'pending', $2::timestamptz from webhooks where organization_id = $3
       returning id, organization_id
     )
     insert into delivery_queue (delivery_id, organization_id, due_at)
     select id, organization_id, $2::timestamptz from created`,
    [alertId, now, organizationId],
  );
}
