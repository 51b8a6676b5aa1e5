import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { DeliveryEntity } from './delivery.ts';

/**
 * The time of a delivery's next try. The table has no row-level security, because due deliveries are claimed across
 * tenants; it holds only ids and times.
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
