import Type, { type Static } from 'typebox';

const closed = { additionalProperties: false };
const Count = Type.Integer({ minimum: 0, examples: [3] });
const BySeverity = Type.Object({ info: Count, warning: Count, critical: Count }, closed);

/** How many alerts there are, by state and severity. */
export const AlertCountsSchema = Type.Object(
  { raised: BySeverity, acknowledged: BySeverity, dismissed: BySeverity },
  { ...closed, title: 'AlertCounts' },
);
export type AlertCounts = Static<typeof AlertCountsSchema>;

export const periods = ['day', 'week', 'month'] as const;
export const AlertPeriodSchema = Type.Object(
  { period: Type.Optional(Type.Enum(periods, { examples: ['week'] })) },
  closed,
);
/** The last one, up to now; a week unless told otherwise. */
export type AlertPeriod = Static<typeof AlertPeriodSchema>;
