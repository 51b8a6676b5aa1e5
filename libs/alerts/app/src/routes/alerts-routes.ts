import type { CallerErrorClass, RoutePolicy } from '@acme/identity-contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { AlertsComponent } from '../create-alerts.ts';
import { alertRoutes } from './alert-routes.ts';
import type { Callers } from './callers.ts';
import { feedRoute } from './feed-route.ts';
import { ruleRoutes } from './rule-routes.ts';
import { webhookRoutes } from './webhook-routes.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    policy?: RoutePolicy;
    errors?: readonly CallerErrorClass[];
  }
}

export function alertsRoutes(component: AlertsComponent, callers: Callers): FastifyPluginAsyncTypebox {
  return async (app) => {
    await app.register(ruleRoutes(component.rules, callers));
    await app.register(alertRoutes(component.alerts, callers));
    await app.register(webhookRoutes(component.webhooks, callers));
    await app.register(feedRoute(component.feed, callers));
  };
}
