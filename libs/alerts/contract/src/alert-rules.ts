import { type Actor, Id, singleLineText } from '@acme/platform-contract';
import Type, { type Static } from 'typebox';

const closed = { additionalProperties: false };

/** From the mildest to the worst. */
export const severities = ['info', 'warning', 'critical'] as const;
export const SeveritySchema = Type.Enum(severities, { examples: ['warning'] });
export type Severity = Static<typeof SeveritySchema>;

/** The condition under which an event raises an alert. */
export const ConditionSchema = Type.Object(
  {
    kind: singleLineText(50, 'person'),
    zone: Type.Optional(singleLineText(50, 'loading bay')),
    minConfidence: Type.Number({ minimum: 0, maximum: 1, examples: [0.8] }),
  },
  closed,
);
export type Condition = Static<typeof ConditionSchema>;

const fields = {
  name: singleLineText(100, 'Someone at the loading bay'),
  severity: SeveritySchema,
  condition: ConditionSchema,
};

export const NewAlertRuleSchema = Type.Object(fields, closed);
export type NewAlertRule = Static<typeof NewAlertRuleSchema>;

export const AlertRuleSchema = Type.Object({ id: Id, ...fields }, { ...closed, title: 'AlertRule' });
export type AlertRule = Static<typeof AlertRuleSchema>;

/** The rules by which an organization's events raise alerts. */
export interface AlertRules {
  /**
   * @returns the new rule
   * @tenantScoped
   */
  create(actor: Actor, rule: NewAlertRule): Promise<AlertRule>;

  /**
   * @returns all rules, by name
   * @tenantScoped
   */
  list(actor: Actor): Promise<AlertRule[]>;

  /**
   * Deletes a rule with its alerts.
   *
   * @throws {@link RuleNotFoundError} when the rule does not exist
   * @tenantScoped
   */
  delete(actor: Actor, ruleId: string): Promise<void>;
}
