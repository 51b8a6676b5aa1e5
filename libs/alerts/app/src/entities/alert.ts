import { randomUUIDv7 } from 'node:crypto';
import { alertStates } from '@acme/alerts-contract';
import { tenantOwned } from '@acme/platform';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { AlertRuleEntity } from './alert-rule.ts';

export const AlertEntity = tenantOwned(
  defineEntity({
    name: 'Alert',
    tableName: 'alerts',
    indexes: [
      { name: 'alerts_newest', columns: [{ name: 'organizationId' }, { name: 'raisedAt', sort: 'desc' }] },
    ],
    uniques: [{ properties: ['organizationId', 'rule', 'eventId'] }],
    properties: {
      id: p
        .uuid()
        .primary()
        .onCreate(() => randomUUIDv7()),
      organizationId: p.uuid(),
      rule: () => p.manyToOne(AlertRuleEntity).deleteRule('cascade'),
      eventId: p.uuid(),
      state: p.enum(alertStates),
      raisedAt: p.datetime(),
    },
  }),
);
export type AlertEntity = InferEntity<typeof AlertEntity>;
