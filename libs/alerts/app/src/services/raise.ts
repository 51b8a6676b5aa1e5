import { randomUUIDv7 } from 'node:crypto';
import type { Alert, Event } from '@acme/alerts-contract';
import type { EntityManager } from '@mikro-orm/postgresql';
import { AlertRuleEntity } from '../entities/alert-rule.ts';
import { matches } from './matches.ts';

/**
 * Raises an alert for each rule that the event meets and queues its deliveries, in the transaction that is open: there
 * is never an alert without its deliveries.
 *
 * @returns the alerts that are new
 */
export async function raise(
  em: EntityManager,
  organizationId: string,
  event: Event,
  now: Date,
): Promise<Alert[]> {
  const rules = (await em.findAll(AlertRuleEntity)).filter(({ condition }) => matches(condition, event));
  const alerts: Alert[] = [];
  for (const rule of rules) {
    const id = await insertAlert(em, { organizationId, ruleId: rule.id, eventId: event.id, now });
    if (id === undefined) continue;
    await queueDeliveries(em, organizationId, id, now);
    const { id: ruleId, name: title, severity } = rule;
    alerts.push({
      id,
      ruleId,
      eventId: event.id,
      title,
      severity,
      state: 'raised',
      raisedAt: now.toISOString(),
    });
  }
  return alerts;
}

interface NewAlert {
  readonly organizationId: string;
  readonly ruleId: string;
  readonly eventId: string;
  readonly now: Date;
}

/** @returns the id of the alert, or nothing when the event has raised it before */
async function insertAlert(em: EntityManager, alert: NewAlert): Promise<string | undefined> {
  const { organizationId, ruleId, eventId, now } = alert;
  const [row] = await em.execute<{ id: string }[]>(
    `insert into alerts (id, organization_id, rule_id, event_id, state, raised_at) values (?, ?, ?, ?, 'raised', ?)
     on conflict (organization_id, rule_id, event_id) do nothing returning id`,
    [randomUUIDv7(), organizationId, ruleId, eventId, now],
  );
  return row?.id;
}

async function queueDeliveries(
  em: EntityManager,
  organizationId: string,
  alertId: string,
  now: Date,
): Promise<void> {
  await em.execute(
    `with made as (
       insert into deliveries (id, organization_id, webhook_id, alert_id, state, created_at)
       select gen_random_uuid(), organization_id, id, ?, 'pending', ? from webhooks where organization_id = ?
       returning id, organization_id
     )
     insert into delivery_queue (delivery_id, organization_id, due_at) select id, organization_id, ? from made`,
    [alertId, now, organizationId, now],
  );
}
