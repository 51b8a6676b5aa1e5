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
import { actorOf } from '@acme/platform';
import { Id } from '@acme/platform-contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import type { AlertsComponent } from '../create-alerts.ts';
import { feedRoute } from './feed-route.ts';
import { ruleRoutes } from './rule-routes.ts';
import { webhookRoutes } from './webhook-routes.ts';

export function alertsRoutes({ rules, alerts, webhooks, feed }: AlertsComponent): FastifyPluginAsyncTypebox {
  return async (app) => {
    await app.register(ruleRoutes(rules));
    await app.register(eventAndAlertRoutes(alerts));
    await app.register(webhookRoutes(webhooks));
    await app.register(feedRoute(feed));
  };
}

function eventAndAlertRoutes(alerts: Alerts): FastifyPluginAsyncTypebox {
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
    summary: 'Report an event; each rule that it matches raises one alert',
    params,
    body: EventSchema,
    response: { 201: Type.Array(AlertSchema) },
  },
};

const list = {
  config: { policy: { atLeast: 'viewer' } } as const,
  schema: {
    tags,
    summary: 'List the newest alerts',
    params,
    querystring: AlertFilterSchema,
    response: { 200: Type.Array(AlertSchema) },
  },
};

const count = {
  config: { policy: { atLeast: 'viewer' } } as const,
  schema: {
    tags,
    summary: 'Count the alerts of the last day, week or month; cached for up to 30 s',
    params,
    querystring: AlertPeriodSchema,
    response: { 200: AlertCountsSchema },
  },
};

const acknowledge = {
  config: { policy: { atLeast: 'member' }, errors: [AlertNotFoundError, AlertClosedError] } as const,
  schema: { tags, summary: 'Acknowledge an alert', params: alertParams, response: { 200: AlertSchema } },
};

const dismiss = {
  config: { policy: { atLeast: 'member' }, errors: [AlertNotFoundError] } as const,
  schema: { tags, summary: 'Dismiss an alert', params: alertParams, response: { 200: AlertSchema } },
};
