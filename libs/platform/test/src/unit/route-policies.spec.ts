import { actorOf, guardRoutes, isStillAuthorized, sessionOf } from '@acme/platform';
import { PublicError, type RoutePolicy } from '@acme/platform-contract';
import fastify, { type FastifyInstance, type FastifyRequest, type RouteOptions } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

class UnauthenticatedError extends PublicError {
  readonly kind = 'unauthenticated';
  readonly code = 'unauthenticated';
  readonly fix = 'Log in.';
}

const organizationId = '0199a3c4-5b6d-7e8f-9a0b-1c2d3e4f5a6b';
const authorization = 'Bearer token';

/** Accepts every token, with the session or the actor that the policy requires. */
async function authenticate(request: FastifyRequest): Promise<void> {
  if (request.headers.authorization === undefined) throw new UnauthenticatedError('No token.');
  const { policy } = request.routeOptions.config;
  if (policy === 'signed-in') request.session = { id: 'session', userId: 'user' };
  else if (typeof policy === 'object')
    request.actor = { userId: 'user', organizationId, role: policy.atLeast };
}

let app: FastifyInstance;

beforeEach(() => {
  app = fastify();
  guardRoutes(app, { authenticate, errorsOf: () => [UnauthenticatedError], publicPrefixes: ['/docs'] });
});
afterEach(() => app.close());

const route = (url: string, policy?: RoutePolicy, handler: RouteOptions['handler'] = async () => 'in') =>
  app.route({ method: 'GET', url, handler, ...(policy && { config: { policy } }) });

describe('a route', () => {
  test('is rejected without a policy, before the app starts', () => {
    expect(() => route('/things')).toThrow(/The route GET \/things has no policy\. Expected config: /);
  });

  test.each<[string, RoutePolicy]>([
    ['/things', { atLeast: 'viewer' }],
    ['/organizations/:organizationId/things', 'signed-in'],
    ['/organizations/:organizationId/things', 'public'],
  ])('is rejected with a role but no organization, or the other way round: %s %j', (url, policy) => {
    expect(() => route(url, policy)).toThrow('Expected a role if its path has /:organizationId');
  });

  test('needs no policy under a public prefix', async () => {
    route('/docs/page');
    expect((await app.inject('/docs/page')).body).toBe('in');
  });

  test.each<[string, RoutePolicy]>([
    ['/me', 'signed-in'],
    [`/organizations/${organizationId}`, { atLeast: 'viewer' }],
  ])('rejects a request without a token: %s', async (url, policy) => {
    route(url.replace(organizationId, ':organizationId'), policy);
    expect((await app.inject({ url, headers: { authorization } })).body).toBe('in');
    expect((await app.inject(url)).json()).toMatchObject({ message: 'No token.' });
  });

  test('has either a session or an actor, depending on its policy', async () => {
    route('/me', 'signed-in', async (request) => [sessionOf(request).userId, actorOf(request)]);
    route('/organizations/:organizationId', { atLeast: 'admin' }, async (request) => [
      actorOf(request).role,
      sessionOf(request),
    ]);
    for (const [url, missing] of [
      ['/me', 'The route /me has the policy "signed-in" and no actor. Expected { atLeast'],
      [`/organizations/${organizationId}`, '{"atLeast":"admin"} and no session. Expected \'signed-in\'.'],
    ]) {
      const { statusCode, body } = await app.inject({ url: url!, headers: { authorization } });
      expect(statusCode).toBe(500);
      expect((JSON.parse(body) as Error).message).toContain(missing);
    }
  });

  test('declares the errors of its policy', async () => {
    route('/me', 'signed-in', async (request) => request.routeOptions.config.errors?.map(({ name }) => name));
    const answer = await app.inject({ url: '/me', headers: { authorization } });
    expect(answer.json()).toEqual(['UnauthenticatedError']);
  });

  test('can authenticate its request again', async () => {
    route('/me', 'signed-in', async (request) => {
      const before = await isStillAuthorized(request);
      delete request.headers.authorization;
      return [before, await isStillAuthorized(request)];
    });
    const answer = await app.inject({ url: '/me', headers: { authorization } });
    expect(answer.json()).toEqual([true, false]);
  });
});
