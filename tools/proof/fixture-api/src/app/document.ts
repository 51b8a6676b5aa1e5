import type { Document, JsonSchema } from '@vouch/testing/api';
import type { Has } from '../protections.ts';
import { problemSchema } from './problem.ts';
import type { Route } from './route.ts';

type Problems = (readonly [status: number, code: string])[];

/** Builds the OpenAPI document of routes. */
export function documentOf(routes: readonly Route[], has: Has): Document {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const [method = '', path = ''] = route.name.split(' ');
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation(route, has) };
  }
  return {
    openapi: '3.1.0',
    paths,
    components: { schemas: { Problem: problemSchema } },
  } as unknown as Document;
}

function operation(route: Route, has: Has): object {
  const { policy, status, response, name } = route;
  const isUndeclared = !has('policies') && name === 'GET /organizations';
  const content = response && { content: { 'application/json': { schema: response } } };
  return {
    ...(!isUndeclared && { 'x-policy': policy }),
    ...(route.body && { requestBody: { content: { 'application/json': { schema: bodyOf(route, has) } } } }),
    responses: { [status]: { ...content }, ...problemResponses(problemsOf(route, has)) },
  };
}

function bodyOf({ name, body }: Route, has: Has): JsonSchema | undefined {
  if (has('documentedBodies') || name !== 'POST /organizations') return body;
  const { properties = {} } = body ?? {};
  return { ...body, properties: { ...properties, name: { ...properties['name'], maxLength: 50 } } };
}

/** The problems that a route itself, its policy, its parameters and the server cause. */
function problemsOf({ name, policy, body, problems = [] }: Route, has: Has): Problems {
  const hasId = /\{(?!organizationId)\w+\}/.test(name);
  return [
    ...problems,
    ...(name.startsWith('GET') ? [] : serverProblems),
    ...(body || hasId ? [[400, 'invalid-request'] as const] : []),
    ...(policy === 'public' ? [] : [[401, 'unauthenticated'] as const]),
    ...(['public', 'signed-in'].includes(policy) ? [] : [[404, 'organization-not-found'] as const]),
    ...(['public', 'signed-in', 'viewer'].includes(policy) ? [] : [[403, 'role-too-weak'] as const]),
    ...(has('givenResponses') || name !== 'GET /me' ? [] : [[410, 'gone'] as const]),
    [429, 'too-many-requests'],
  ];
}

const serverProblems: Problems = [
  [400, 'bad-request'],
  [413, 'payload-too-large'],
  [415, 'unsupported-media-type'],
];

function problemResponses(problems: Problems): Record<string, object> {
  const byStatus = Map.groupBy(problems, ([status]) => status);
  return Object.fromEntries(
    [...byStatus].map(([status, group]) => {
      const codes = {
        properties: { status: { const: status }, code: { enum: group.map(([, code]) => code) } },
      };
      const schema = { allOf: [{ $ref: '#/components/schemas/Problem' }, codes] };
      return [String(status), { content: { 'application/problem+json': { schema } } }];
    }),
  );
}
