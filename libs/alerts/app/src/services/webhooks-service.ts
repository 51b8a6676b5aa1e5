import { randomBytes } from 'node:crypto';
import {
  type NewWebhook,
  type RegisteredWebhook,
  type Webhook,
  WebhookNotFoundError,
  type Webhooks,
} from '@acme/alerts-contract';
import type { Actor, Tenants } from '@acme/platform-contract';
import type { EntityManager } from '@mikro-orm/postgresql';
import { WebhookEntity } from '../entities/webhook.ts';

export class WebhooksService implements Webhooks {
  readonly #tenants: Tenants<EntityManager>;

  constructor(tenants: Tenants<EntityManager>) {
    this.#tenants = tenants;
  }

  async register(actor: Actor, { url }: NewWebhook): Promise<RegisteredWebhook> {
    const secret = randomBytes(32).toString('base64url');
    return this.#tenants.write(actor, async (em) => {
      const { organizationId } = actor;
      const webhook = em.create(WebhookEntity, { organizationId, url, secret });
      await em.flush();
      return { id: webhook.id, url, secret };
    });
  }

  async list(actor: Actor): Promise<Webhook[]> {
    return this.#tenants.read<Webhook>(actor, webhooksByUrl);
  }

  async remove(actor: Actor, webhookId: string): Promise<void> {
    const removed = await this.#tenants.write(actor, (em) =>
      em.nativeDelete(WebhookEntity, { id: webhookId }),
    );
    if (removed === 0) throw new WebhookNotFoundError();
  }
}

const webhooksByUrl = `
  select id, url from webhooks where organization_id = app_organization_id() order by url, id`;
