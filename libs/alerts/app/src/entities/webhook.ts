import { randomUUIDv7 } from 'node:crypto';
import { tenantOwned } from '@acme/platform';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

export const WebhookEntity = tenantOwned(
  defineEntity({
    name: 'Webhook',
    tableName: 'webhooks',
    properties: {
      id: p
        .uuid()
        .primary()
        .onCreate(() => randomUUIDv7()),
      organizationId: p.uuid(),
      url: p.string().length(500),
      /** Stored in plain text, because it signs deliveries. */
      secret: p.string().length(43).hidden(),
      failuresInRow: p.integer().default(0),
      lastFailureAt: p.datetime().nullable(),
      createdAt: p.datetime().onCreate(() => new Date()),
    },
  }),
);
export type WebhookEntity = InferEntity<typeof WebhookEntity>;
