import { WebhookBase } from './generated/webhook-base.ts';

/** Add values and traits of your own here. The base class follows from the entity. */
export class WebhookFactory extends WebhookBase {}
