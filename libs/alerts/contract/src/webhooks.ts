import type { Actor } from '@acme/identity-contract';
import type { NewWebhook, RegisteredWebhook, Webhook } from './webhook.ts';

/** Addresses that an organization's alerts are delivered to. */
export interface Webhooks {
  /**
   * @returns the webhook with its secret, which is shown this once
   * @tenantScoped
   */
  register(actor: Actor, webhook: NewWebhook): Promise<RegisteredWebhook>;

  /**
   * @returns all webhooks, by address, without their secrets
   * @tenantScoped
   */
  list(actor: Actor): Promise<Webhook[]>;

  /**
   * Takes a webhook away, with what was still to be delivered to it.
   *
   * @throws {@link WebhookNotFoundError} when there is no such webhook
   * @tenantScoped
   */
  remove(actor: Actor, webhookId: string): Promise<void>;
}
