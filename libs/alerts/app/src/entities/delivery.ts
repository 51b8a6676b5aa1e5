import { randomUUIDv7 } from 'node:crypto';
import { tenantOwned } from '@acme/identity-contract';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { AlertEntity } from './alert.ts';
import { WebhookEntity } from './webhook.ts';

export const deliveryStates = ['pending', 'delivered', 'given-up'] as const;

/** That one alert is to reach one webhook. When it is to be tried stands in the queue. */
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
