import { authenticateRequest, authenticationErrors } from '@acme/identity';
import {
  type Access,
  OrganizationNotFoundError,
  RoleTooWeakError,
  type Sessions,
  UnauthenticatedError,
} from '@acme/identity-contract';
import type { RoutePolicy } from '@acme/platform-contract';
import { specMock } from '@vouch/testing';
import type { FastifyRequest } from 'fastify';
import { describe, expect, test } from 'vitest';

const token = 'A'.repeat(43);
const organizationId = '0199a3c4-5b6d-7e8f-9a0b-1c2d3e4f5a6b';

const authenticators = {
  sessions: specMock<Sessions>(['identify'], { identify: async (id) => ({ id, userId: 'user' }) }),
  access: specMock<Access>(['authorize'], {
    authorize: async (_token, id, role) => ({ userId: 'user', organizationId: id, role }),
  }),
};

async function authenticated(policy: RoutePolicy, headers: object, id = organizationId) {
  const config = { policy };
  const request = { headers, params: { organizationId: id }, routeOptions: { config } };
  await authenticateRequest(request as unknown as FastifyRequest, authenticators);
  return request as Partial<FastifyRequest>;
}

describe('authenticateRequest', () => {
  test.each([
    { authorization: `Bearer ${token}` },
    { upgrade: 'websocket', 'sec-websocket-protocol': `bearer, ${token}` },
  ])('sets the session of the token: %j', async (headers) => {
    const { session } = await authenticated('signed-in', headers);
    expect(session).toEqual({ id: token, userId: 'user' });
  });

  test.each([
    [organizationId.toUpperCase(), organizationId],
    ['no-id', '00000000-0000-0000-0000-000000000000'],
  ])('sets the actor in the organization of the path: %s', async (id, expected) => {
    const headers = { authorization: `Bearer ${token}` };
    const { actor } = await authenticated({ atLeast: 'member' }, headers, id);
    expect(actor).toEqual({ userId: 'user', organizationId: expected, role: 'member' });
  });

  test.each([{}, { authorization: token }, { upgrade: 'websocket', authorization: `Bearer ${token}` }])(
    'rejects without a token in its place: %j',
    async (headers) => {
      await expect(authenticated('signed-in', headers)).rejects.toThrow(UnauthenticatedError);
    },
  );
});

test.each<[Exclude<RoutePolicy, 'public'>, unknown[]]>([
  ['signed-in', [UnauthenticatedError]],
  [{ atLeast: 'viewer' }, [UnauthenticatedError, OrganizationNotFoundError]],
  [{ atLeast: 'admin' }, [UnauthenticatedError, OrganizationNotFoundError, RoleTooWeakError]],
])('authenticationErrors of the policy %j', (policy, errors) => {
  expect(authenticationErrors(policy)).toEqual(errors);
});
