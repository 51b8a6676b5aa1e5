import { type Problem, problemOf, ProblemSchema } from '@acme/platform';
import type { RoutePolicy } from '@acme/platform-contract';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance, FastifySchema, RouteOptions } from 'fastify';

export const docsPrefix = '/docs';

const title = 'Vouch API';
const description =
  'A multi-tenant backend. Log in with `POST /sessions` and enter the token under _Authorize_: it is sent with all further requests.';

/** Describes every route at `/docs/json` and shows the description at `/docs`. Must be called before routes are added. */
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

/** The page loads scripts and styles only from this server; its styles contain pictures. */
const policyOfPage = {
  'default-src': "'none'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'connect-src': "'self'",
  'img-src': "'self' data:",
};

/** Makes the page fit narrow screens. */
const fitNarrowScreens =
  "document.head.append(Object.assign(document.createElement('meta'), { name: 'viewport', content: 'width=device-width' }));";

function described(schema: FastifySchema, route: RouteOptions): FastifySchema {
  const { policy } = route.config ?? {};
  const answers = (schema.response ?? {}) as Record<string, unknown>;
  return {
    ...schema,
    ...(policy === 'public' ? {} : { security: [{ bearer: [] }], description: callersOf(policy) }),
    ...{ 'x-policy': typeof policy === 'object' ? policy.atLeast : policy },
    response: { ...answers, ...declaredProblems(route) },
  };
}

function callersOf(policy: RoutePolicy | undefined): string {
  return typeof policy === 'object'
    ? `For members with at least the role ${policy.atLeast}.`
    : 'For authenticated users.';
}

/** Returns the problem answers of a route by status: for its errors, those of its policy, and those of the server. */
function declaredProblems(route: RouteOptions): Record<string, object> {
  const problems = [...errorsOf(route), ...serverProblems(route)].map((error) => problemOf(error, ''));
  const byStatus = Map.groupBy(problems, ({ status }) => status);
  return Object.fromEntries(
    [...byStatus].map(([status, group]) => [String(status), answerWith(status, group)]),
  );
}

function errorsOf({ config }: RouteOptions): unknown[] {
  return (config?.errors ?? []).map((ErrorClass) => new ErrorClass('…'));
}

function serverProblems(route: RouteOptions): unknown[] {
  const { schema = {}, method, config } = route;
  const readsBody = method !== 'GET';
  const usesDatabase = config?.policy !== 'public' || readsBody;
  return [
    ...(readsBody ? [400, 413, 415] : []),
    ...(isValidated(schema) ? [{ validation: [] }] : []),
    ...(route.wsHandler ? [426] : []),
    429,
    ...(usesDatabase ? [{ code: connectionLost }] : []),
  ].map((each) => (typeof each === 'number' ? { statusCode: each } : each));
}

/** The organization in the path is checked by the policy, not by the schema. */
function isValidated({ body, querystring, params }: FastifySchema): boolean {
  const names = Object.keys((params as { properties?: object } | undefined)?.properties ?? {});
  return Boolean(body ?? querystring) || names.some((name) => name !== 'organizationId');
}

const connectionLost = '08006';

function answerWith(status: number, problems: readonly Problem[]): object {
  const codes = [...new Set(problems.map(({ code }) => code))];
  const exactly = { properties: { status: { const: status }, code: { enum: codes } } };
  const schema = { allOf: [{ $ref: '#/components/schemas/Problem' }, exactly] };
  return { description: codes.join(', or '), content: { 'application/problem+json': { schema } } };
}
