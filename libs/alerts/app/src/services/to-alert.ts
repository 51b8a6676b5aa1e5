import type { Alert } from '@acme/alerts-contract';
import type { AlertEntity } from '../entities/alert.ts';

export function toAlert({ id, rule, eventId, state, raisedAt }: AlertEntity): Alert {
  const { name: title, severity } = rule;
  return { id, ruleId: rule.id, eventId, title, severity, state, raisedAt: raisedAt.toISOString() };
}
