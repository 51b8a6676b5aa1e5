import {
  AlertClosedError,
  AlertCountsSchema,
  AlertFilterSchema,
  AlertNotFoundError,
  AlertPeriodSchema,
  type Alerts,
  AlertSchema,
  EventSchema,
} from '@acme/alerts-contract';
import { Id } from '@acme/identity-contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import type { Callers } from './callers.ts';

export function alertRoutes(alerts: Alerts, { actorOf }: Callers): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post('/organizations/:organizationId/events', report, async (request, reply) =>
      reply.code(201).send(await alerts.report(actorOf(request), request.body)),
    );
    app.get(path, list, async (request) => alerts.list(actorOf(request), request.query));
    app.get(`${path}/counts`, count, async (request) => alerts.count(actorOf(request), request.query));
    app.post(`${path}/:alertId/acknowledgement`, acknowledge, async (request) =>
      alerts.acknowledge(actorOf(request), request.params.alertId),
    );
    app.post(`${path}/:alertId/dismissal`, dismiss, async (request) =>
      alerts.dismiss(actorOf(request), request.params.alertId),
    );
  };
}

const tags = ['alerts'];
const path = '/organizations/:organizationId/alerts';
const params = Type.Object({ organizationId: Id });
const alertParams = Type.Object({ organizationId: Id, alertId: Id });

const report = {
  config: { policy: { atLeast: 'member' } } as const,
  schema: {
    tags,
    summary: 'Report an event: every rule that it meets raises an alert, once',
    params,
    body: EventSchema,
    response: { 201: Type.Array(AlertSchema) },
  },
};

const list = {
  config: { policy: { atLeast: 'viewer' } } as const,
  schema: {
    tags,
    summary: 'The newest alerts',
    params,
    querystring: AlertFilterSchema,
    response: { 200: Type.Array(AlertSchema) },
  },
};

const count = {
  config: { policy: { atLeast: 'viewer' } } as const,
  schema: {
    tags,
    summary: 'How many alerts there were in the last day, week or month; up to 30 s old',
    params,
    querystring: AlertPeriodSchema,
    response: { 200: AlertCountsSchema },
  },
};

const acknowledge = {
  config: { policy: { atLeast: 'member' }, errors: [AlertNotFoundError, AlertClosedError] } as const,
  schema: { tags, summary: 'Take care of an alert', params: alertParams, response: { 200: AlertSchema } },
};

const dismiss = {
  config: { policy: { atLeast: 'member' }, errors: [AlertNotFoundError] } as const,
  schema: { tags, summary: 'Dismiss an alert', params: alertParams, response: { 200: AlertSchema } },
};
