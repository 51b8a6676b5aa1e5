import { Id, lineOfText } from '@acme/identity-contract';
import Type, { type Static } from 'typebox';

const closed = { additionalProperties: false };

/** From the mildest to the worst. */
export const severities = ['info', 'warning', 'critical'] as const;
export const SeveritySchema = Type.Enum(severities, { examples: ['warning'] });
export type Severity = Static<typeof SeveritySchema>;

/** What an event must be like to raise an alert. */
export const ConditionSchema = Type.Object(
  {
    kind: lineOfText(50, 'person'),
    zone: Type.Optional(lineOfText(50, 'loading bay')),
    minConfidence: Type.Number({ minimum: 0, maximum: 1, examples: [0.8] }),
  },
  closed,
);
export type Condition = Static<typeof ConditionSchema>;

const fields = {
  name: lineOfText(100, 'Someone at the loading bay'),
  severity: SeveritySchema,
  condition: ConditionSchema,
};

export const NewAlertRuleSchema = Type.Object(fields, closed);
export type NewAlertRule = Static<typeof NewAlertRuleSchema>;

export const AlertRuleSchema = Type.Object({ id: Id, ...fields }, { ...closed, title: 'AlertRule' });
export type AlertRule = Static<typeof AlertRuleSchema>;
