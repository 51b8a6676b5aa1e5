import { ProblemSchema } from '@acme/platform';
import type { RoutePolicy } from '@acme/platform-contract';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance, FastifySchema, RouteOptions } from 'fastify';
import { declaredProblems } from './declared-problems.ts';

export const docsPrefix = '/docs';

const title = 'Vouch API';
const description =
  'A multi-tenant backend. Log in with `POST /sessions` and give the token to _Authorize_: it is sent with all further requests.';

/** Describes every route at `/docs/json`, and shows the description at `/docs`. To be called before any route. */
export async function describeRoutes(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title, version: '1', description },
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
    uiConfig: { persistAuthorization: true, layout: 'BaseLayout' },
    theme: { title, js: [{ filename: 'narrow.js', content: fitNarrowScreens }] },
    staticCSP: policyOfPage,
  });
}

/** The page has scripts and styles of its own files alone, and pictures within its styles. */
const policyOfPage = {
  'default-src': "'none'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'connect-src': "'self'",
  'img-src': "'self' data:",
};

/** The page itself does not say that it fits narrow screens. */
const fitNarrowScreens =
  "document.head.append(Object.assign(document.createElement('meta'), { name: 'viewport', content: 'width=device-width' }));";

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
