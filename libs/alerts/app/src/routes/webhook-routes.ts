import {
  NewWebhookSchema,
  RegisteredWebhookSchema,
  WebhookNotFoundError,
  WebhookSchema,
  type Webhooks,
} from '@acme/alerts-contract';
import { Id } from '@acme/identity-contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import type { Callers } from './callers.ts';

export function webhookRoutes(webhooks: Webhooks, { actorOf }: Callers): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post(path, register, async (request, reply) =>
      reply.code(201).send(await webhooks.register(actorOf(request), request.body)),
    );
    app.get(path, list, async (request) => webhooks.list(actorOf(request)));
    app.delete(`${path}/:webhookId`, remove, async (request, reply) => {
      await webhooks.remove(actorOf(request), request.params.webhookId);
      return reply.code(204).send(null);
    });
  };
}

const tags = ['webhooks'];
const path = '/organizations/:organizationId/webhooks';
const config = { policy: { atLeast: 'admin' } } as const;
const params = Type.Object({ organizationId: Id });

const register = {
  config,
  schema: {
    tags,
    summary: 'Deliver alerts to an address; the secret that signs them is shown this once',
    params,
    body: NewWebhookSchema,
    response: { 201: RegisteredWebhookSchema },
  },
};

const list = {
  config,
  schema: { tags, summary: 'All webhooks', params, response: { 200: Type.Array(WebhookSchema) } },
};

const remove = {
  config: { ...config, errors: [WebhookNotFoundError] },
  schema: {
    tags,
    summary: 'Deliver no longer, not even what is pending',
    params: Type.Object({ organizationId: Id, webhookId: Id }),
    response: { 204: Type.Null() },
  },
};
