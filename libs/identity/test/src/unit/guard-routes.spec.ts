import { actorOf, guardRoutes, sessionOf } from '@acme/identity';
import { type Access, type RoutePolicy, type Sessions, UnauthenticatedError } from '@acme/identity-contract';
import { specMock } from '@vouch/testing';
import fastify, { type FastifyInstance, type RouteOptions } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const token = 'A'.repeat(43);
const organizationId = '0199a3c4-5b6d-7e8f-9a0b-1c2d3e4f5a6b';
const authorization = `Bearer ${token}`;

let app: FastifyInstance;

beforeEach(() => {
  app = fastify();
  const sessions = specMock<Sessions>(['identify'], {
    identify: async () => ({ id: 'session', userId: 'user' }),
  });
  const access = specMock<Access>(['enter'], {
    enter: async (_token, id, role) => ({ userId: 'user', organizationId: id, role }),
  });
  guardRoutes(app, { sessions, access, publicPrefixes: ['/docs'] });
});
afterEach(() => app.close());

const route = (url: string, policy?: RoutePolicy, handler: RouteOptions['handler'] = async () => 'in') =>
  app.route({ method: 'GET', url, handler, ...(policy && { config: { policy } }) });

describe('a route', () => {
  it('that does not say whom it serves is refused before the app starts', () => {
    expect(() => route('/things')).toThrow(
      /The route GET \/things does not say whom it serves\. Give it config: /,
    );
  });

  it.each<[string, RoutePolicy]>([
    ['/things', { atLeast: 'viewer' }],
    ['/organizations/:organizationId/things', 'signed-in'],
    ['/organizations/:organizationId/things', 'public'],
  ])('with a role and no organization, or the other way round, is refused: %s %j', (url, policy) => {
    expect(() => route(url, policy)).toThrow(/takes a role exactly when its path has :organizationId/);
  });

  it('of a plugin with a public prefix needs no policy', async () => {
    route('/docs/page');
    expect((await app.inject('/docs/page')).body).toBe('in');
  });

  it.each<[string, RoutePolicy]>([
    ['/me', 'signed-in'],
    [`/organizations/${organizationId}`, { atLeast: 'viewer' }],
  ])('lets in who has a token, and nobody else: %s', async (url, policy) => {
    route(url.replace(organizationId, ':organizationId'), policy);
    expect((await app.inject({ url, headers: { authorization } })).body).toBe('in');
    const refused = await app.inject(url);
    expect(refused.json()).toMatchObject({ message: new UnauthenticatedError().message });
  });

  it('has a session where it serves whoever is signed in, an actor where it asks for a role, and no other', async () => {
    route('/me', 'signed-in', async (request) => [sessionOf(request).userId, actorOf(request)]);
    route('/organizations/:organizationId', { atLeast: 'admin' }, async (request) => [
      actorOf(request).role,
      sessionOf(request),
    ]);
    for (const [url, missing] of [
      ['/me', 'it has no actor'],
      [`/organizations/${organizationId}`, 'it has no session'],
    ]) {
      const { statusCode, body } = await app.inject({ url: url!, headers: { authorization } });
      expect(statusCode).toBe(500);
      expect(body).toContain(missing);
    }
  });
});
