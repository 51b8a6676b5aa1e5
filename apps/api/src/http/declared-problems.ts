import { type Problem, problemOf } from '@acme/platform';
import type { FastifySchema, RouteOptions } from 'fastify';

/**
 * The answers with problems that a route may give, by status: for its own errors, for those of its guard, and for
 * what the server itself refuses. Made from the route, so that its description says what it does.
 */
export function declaredProblems(route: RouteOptions): Record<string, object> {
  const problems = [...errorsOf(route), ...refusalsOfServer(route)].map((error) => problemOf(error, ''));
  const byStatus = Map.groupBy(problems, ({ status }) => status);
  return Object.fromEntries(
    [...byStatus].map(([status, group]) => [String(status), answerWith(status, group)]),
  );
}

function errorsOf({ config }: RouteOptions): unknown[] {
  return (config?.errors ?? []).map((ErrorClass) => new ErrorClass('…'));
}

function refusalsOfServer(route: RouteOptions): unknown[] {
  const { schema = {}, method, config } = route;
  const readsBody = method !== 'GET';
  const asksDatabase = config?.policy !== 'public' || readsBody;
  return [
    ...(readsBody ? [400, 413, 415] : []),
    ...(isValidated(schema) ? [{ validation: [] }] : []),
    ...(route.wsHandler ? [426] : []),
    429,
    ...(asksDatabase ? [{ code: connectionLost }] : []),
  ].map((refusal) => (typeof refusal === 'number' ? { statusCode: refusal } : refusal));
}

/** The organization in the path is the guard's to check. */
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
