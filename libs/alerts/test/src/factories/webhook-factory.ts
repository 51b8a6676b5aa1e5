import { WebhookBase } from './generated/webhook-base.ts';

/** What follows from the entity is in the base; values and traits of your own go here. */
export class WebhookFactory extends WebhookBase {}
