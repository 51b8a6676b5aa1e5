import { DeliveryBase } from './generated/delivery-base.ts';

/** Add values and traits of your own here. The base class follows from the entity. */
export class DeliveryFactory extends DeliveryBase {}
