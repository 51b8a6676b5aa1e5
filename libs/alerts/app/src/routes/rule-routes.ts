import {
  AlertRuleSchema,
  type AlertRules,
  NewAlertRuleSchema,
  RuleNotFoundError,
} from '@acme/alerts-contract';
import { actorOf } from '@acme/platform';
import { Id } from '@acme/platform-contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';

export function ruleRoutes(rules: AlertRules): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post(path, create, async (request, reply) =>
      reply.code(201).send(await rules.create(actorOf(request), request.body)),
    );
    app.get(path, list, async (request) => rules.list(actorOf(request)));
    app.delete(`${path}/:ruleId`, remove, async (request, reply) => {
      await rules.delete(actorOf(request), request.params.ruleId);
      return reply.code(204).send(null);
    });
  };
}

const tags = ['alert rules'];
const path = '/organizations/:organizationId/alert-rules';
const params = Type.Object({ organizationId: Id });

const create = {
  config: { policy: { atLeast: 'admin' } } as const,
  schema: {
    tags,
    summary: 'Create a rule that raises alerts',
    params,
    body: NewAlertRuleSchema,
    response: { 201: AlertRuleSchema },
  },
};

const list = {
  config: { policy: { atLeast: 'viewer' } } as const,
  schema: { tags, summary: 'List the rules', params, response: { 200: Type.Array(AlertRuleSchema) } },
};

const remove = {
  config: { policy: { atLeast: 'admin' }, errors: [RuleNotFoundError] } as const,
  schema: {
    tags,
    summary: 'Delete a rule and its alerts',
    params: Type.Object({ organizationId: Id, ruleId: Id }),
    response: { 204: Type.Null() },
  },
};
