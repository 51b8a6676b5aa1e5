import { type Actor, Id, Secret } from '@acme/platform-contract';
import Type, { type Static } from 'typebox';

const closed = { additionalProperties: false };
const Url = Type.String({
  format: 'uri',
  pattern: '^https?://',
  maxLength: 500,
  examples: ['http://localhost:9000/hook'],
});

export const NewWebhookSchema = Type.Object({ url: Url }, closed);
export type NewWebhook = Static<typeof NewWebhookSchema>;

export const WebhookSchema = Type.Object({ id: Id, url: Url }, { ...closed, title: 'Webhook' });
export type Webhook = Static<typeof WebhookSchema>;

/** A webhook with the secret that signs its deliveries. The secret is shown only here. */
export const RegisteredWebhookSchema = Type.Object(
  { id: Id, url: Url, secret: Secret },
  { ...closed, title: 'RegisteredWebhook' },
);
export type RegisteredWebhook = Static<typeof RegisteredWebhookSchema>;

/** Addresses to which an organization's alerts are delivered. */
export interface Webhooks {
  /**
   * @returns the webhook with its secret, which is shown only here
   * @tenantScoped
   */
  register(actor: Actor, webhook: NewWebhook): Promise<RegisteredWebhook>;

  /**
   * @returns all webhooks, by address, without their secrets
   * @tenantScoped
   */
  list(actor: Actor): Promise<Webhook[]>;

  /**
   * Deletes a webhook and cancels its pending deliveries.
   *
   * @throws {@link WebhookNotFoundError} when the webhook does not exist
   * @tenantScoped
   */
  remove(actor: Actor, webhookId: string): Promise<void>;
}
