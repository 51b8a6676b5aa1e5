/** Alerts as the contract has them, out of the table or of a part of it. */
export function selectAlerts(source: string): string {
  return `
    select a.id, a.rule_id as "ruleId", a.event_id as "eventId", r.name as title, r.severity, a.state,
      a.raised_at as "raisedAt"
    from ${source} a join alert_rules r on r.organization_id = a.organization_id and r.id = a.rule_id`;
}
