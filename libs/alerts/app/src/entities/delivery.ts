import { randomUUIDv7 } from 'node:crypto';
import { tenantOwned } from '@acme/platform';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { AlertEntity } from './alert.ts';
import { WebhookEntity } from './webhook.ts';

export const deliveryStates = ['pending', 'delivered', 'given-up'] as const;

/** The delivery of one alert to one webhook. The queue has the time of its next try. */
export const DeliveryEntity = tenantOwned(
  defineEntity({
    name: 'Delivery',
    tableName: 'deliveries',
    indexes: [{ name: 'deliveries_of_alert', properties: ['organizationId', 'alert'] }],
    uniques: [{ properties: ['organizationId', 'webhook', 'alert'] }],
    properties: {
      id: p
        .uuid()
        .primary()
        .onCreate(() => randomUUIDv7()),
      organizationId: p.uuid(),
      webhook: () => p.manyToOne(WebhookEntity).deleteRule('cascade'),
      alert: () => p.manyToOne(AlertEntity).deleteRule('cascade'),
      state: p.enum(deliveryStates),
      createdAt: p.datetime().onCreate(() => new Date()),
    },
  }),
);
export type DeliveryEntity = InferEntity<typeof DeliveryEntity>;
