import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { DeliveryEntity } from './delivery.ts';

/**
 * When a delivery is to be tried. The table is without row-level security, because what is due is looked for across
 * tenants; only ids and times stand in it.
 */
export const QueuedDeliveryEntity = defineEntity({
  name: 'QueuedDelivery',
  tableName: 'delivery_queue',
  indexes: [{ name: 'delivery_queue_due', properties: ['dueAt'] }],
  properties: {
    delivery: () => p.oneToOne(DeliveryEntity).primary().deleteRule('cascade').updateRule('no action'),
    organizationId: p.uuid(),
    dueAt: p.datetime(),
    tries: p.integer().default(0),
  },
});
export type QueuedDeliveryEntity = InferEntity<typeof QueuedDeliveryEntity>;
