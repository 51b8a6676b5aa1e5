import { QueuedDeliveryBase } from './generated/queued-delivery-base.ts';

/** Add values and traits of your own here. The base class follows from the entity. */
export class QueuedDeliveryFactory extends QueuedDeliveryBase {}
