import { Id, lineOfText, Timestamp } from '@acme/identity-contract';
import Type, { type Static } from 'typebox';
import { SeveritySchema } from './alert-rule.ts';

const closed = { additionalProperties: false };

/** What a camera or another source has seen. Its id makes it one event, however often it is reported. */
export const EventSchema = Type.Object(
  {
    id: Id,
    kind: lineOfText(50, 'person'),
    zone: Type.Optional(lineOfText(50, 'loading bay')),
    confidence: Type.Number({ minimum: 0, maximum: 1, examples: [0.93] }),
  },
  closed,
);
export type Event = Static<typeof EventSchema>;

export const alertStates = ['raised', 'acknowledged', 'dismissed'] as const;
export const AlertStateSchema = Type.Enum(alertStates, { examples: ['raised'] });
export type AlertState = Static<typeof AlertStateSchema>;

export const AlertSchema = Type.Object(
  {
    id: Id,
    ruleId: Id,
    eventId: Id,
    title: Type.String(),
    severity: SeveritySchema,
    state: AlertStateSchema,
    raisedAt: Timestamp,
  },
  { ...closed, title: 'Alert' },
);
export type Alert = Static<typeof AlertSchema>;

export const AlertFilterSchema = Type.Object({ state: Type.Optional(AlertStateSchema) }, closed);
export type AlertFilter = Static<typeof AlertFilterSchema>;
