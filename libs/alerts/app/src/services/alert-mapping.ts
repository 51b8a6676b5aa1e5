import type { Alert } from '@acme/alerts-contract';
import type { AlertEntity } from '../entities/alert.ts';

export function toAlert({ id, rule, eventId, state, raisedAt }: AlertEntity): Alert {
  const { name: title, severity } = rule;
  return { id, ruleId: rule.id, eventId, title, severity, state, raisedAt: raisedAt.toISOString() };
}

/** Selects alerts with the contract's columns, from the table or from a part of it. */
export function selectAlerts(source: string): string {
  return `
    select a.id, a.rule_id as "ruleId", a.event_id as "eventId", r.name as title, r.severity, a.state,
      a.raised_at as "raisedAt"
    from ${source} a join alert_rules r on r.organization_id = a.organization_id and r.id = a.rule_id`;
}
