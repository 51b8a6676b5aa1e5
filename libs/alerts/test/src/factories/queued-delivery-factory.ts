import { QueuedDeliveryBase } from './generated/queued-delivery-base.ts';

/** What follows from the entity is in the base; values and traits of your own go here. */
export class QueuedDeliveryFactory extends QueuedDeliveryBase {}
