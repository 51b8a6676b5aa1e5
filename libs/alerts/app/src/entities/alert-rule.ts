import { randomUUIDv7 } from 'node:crypto';
import { type Condition, severities } from '@acme/alerts-contract';
import { tenantOwned } from '@acme/platform';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

export const AlertRuleEntity = tenantOwned(
  defineEntity({
    name: 'AlertRule',
    tableName: 'alert_rules',
    properties: {
      id: p
        .uuid()
        .primary()
        .onCreate(() => randomUUIDv7()),
      organizationId: p.uuid(),
      name: p.string().length(100),
      severity: p.enum(severities),
      condition: p.json<Condition>(),
      createdAt: p.datetime().onCreate(() => new Date()),
    },
  }),
);
export type AlertRuleEntity = InferEntity<typeof AlertRuleEntity>;
