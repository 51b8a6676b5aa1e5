import {
  NewWebhookSchema,
  RegisteredWebhookSchema,
  WebhookNotFoundError,
  WebhookSchema,
  type Webhooks,
} from '@acme/alerts-contract';
import { actorOf } from '@acme/platform';
import { Id } from '@acme/platform-contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';

export function webhookRoutes(webhooks: Webhooks): FastifyPluginAsyncTypebox {
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
    summary: 'Register a webhook; its secret is shown only in this answer',
    params,
    body: NewWebhookSchema,
    response: { 201: RegisteredWebhookSchema },
  },
};

const list = {
  config,
  schema: { tags, summary: 'List the webhooks', params, response: { 200: Type.Array(WebhookSchema) } },
};

const remove = {
  config: { ...config, errors: [WebhookNotFoundError] },
  schema: {
    tags,
    summary: 'Delete a webhook and cancel its pending deliveries',
    params: Type.Object({ organizationId: Id, webhookId: Id }),
    response: { 204: Type.Null() },
  },
};
