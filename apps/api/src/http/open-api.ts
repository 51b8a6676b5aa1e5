import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { RoutePolicy } from '@acme/identity-contract';
import type { FastifyInstance, FastifySchema, RouteOptions } from 'fastify';
import { declaredProblems } from './declared-problems.ts';
import { ProblemSchema } from './problem.ts';

export const docsPrefix = '/docs';

/** Describes every route at `/docs/json`, and shows the description at `/docs`. To be called before any route. */
export async function describeRoutes(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Vouch API', version: '1', description: 'A multi-tenant backend.' },
      components: {
        securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
        schemas: { Problem: ProblemSchema },
      },
    },
    transform: ({ schema, url, route }) => ({
      schema: {
        ...described(schema ?? {}, route),
        hide: schema?.hide === true || url.startsWith(docsPrefix),
      },
      url,
    }),
  });
  await app.register(swaggerUi, {
    routePrefix: docsPrefix,
    uiConfig: { persistAuthorization: true },
    staticCSP: true,
  });
}

function described(schema: FastifySchema, route: RouteOptions): FastifySchema {
  const { policy } = route.config ?? {};
  const answers = (schema.response ?? {}) as Record<string, unknown>;
  return {
    ...schema,
    ...(policy === 'public' ? {} : { security: [{ bearer: [] }], description: whom(policy) }),
    ...{ 'x-policy': typeof policy === 'object' ? policy.atLeast : policy },
    response: { ...answers, ...declaredProblems(route) },
  };
}

function whom(policy: RoutePolicy | undefined): string {
  return typeof policy === 'object'
    ? `For members from ${policy.atLeast} upwards.`
    : 'For whoever is logged in.';
}
