/**
 * Each test calls all routes.
 *
 * @module-tag slow
 */
import { randomUUID } from 'node:crypto';
import {
  Caller,
  checkBodies,
  ContractEnvironment,
  declaredBy,
  documentOf,
  exchangesOf,
  forUnknownTenant,
  operationsIn,
  problemOf,
  ResponseValidator,
  type ResponseRecipes,
  unseen,
} from '@vouch/testing/api';
import { expect, test } from 'vitest';
import { newOrganization, newPerson, tenancyPort } from './fixture-port.ts';
import type { Protection } from './protections.ts';
import { type FixtureApi, startFixtureApi } from './start-fixture-api.ts';

const patient = { timeout: 60_000 };

const none = { undeclared: [], neverGiven: [], bodies: undefined };

test('with a true document, no problem is found', patient, async () => {
  expect(await problemsWithout()).toEqual(none);
});

test.each<[Protection, object]>([
  [
    'declaredStatuses',
    {
      undeclared: ['POST /organizations answered 418 without declaring it'],
      neverGiven: ['POST /organizations 409 slug-taken'],
    },
  ],
  [
    'declaredFields',
    {
      undeclared: [
        'GET /me answered 200 whose body must NOT have additional properties {"additionalProperty":"passwordHash"}',
      ],
    },
  ],
  ['givenResponses', { neverGiven: ['GET /me 410 gone'] }],
  [
    'documentedBodies',
    {
      bodies: expect.stringMatching(
        /^POST \/organizations .*: expected 'accepted' to be 'rejected'/,
      ) as unknown,
    },
  ],
])('without %s, only that is found', patient, async (protection, problems) => {
  expect(await problemsWithout(protection)).toEqual({ ...none, ...problems });
});

async function problemsWithout(...without: Protection[]) {
  await using api = await startFixtureApi({ without });
  await using limited = await startFixtureApi({ without, requestsPerMinute: 1 });
  const document = await documentOf(new Caller(api.address), '/docs/json');
  const operations = operationsIn(document);
  const environment = await environmentOf(api, limited, operations);
  const exchanges = await exchangesOf(operations.flatMap(declaredBy), environment, recipesOf(api));
  const validator = new ResponseValidator(document);
  return {
    undeclared: exchanges.flatMap((exchange) => validator.problemsOf(exchange)),
    neverGiven: unseen(operations, exchanges),
    bodies: await problemOf(checkBodies(environment, document)),
  };
}

async function environmentOf(
  api: FixtureApi,
  limited: FixtureApi,
  operations: ReturnType<typeof operationsIn>,
) {
  const port = tenancyPort(api);
  const owner = await newPerson(api, 'Owner');
  const tenant = await newOrganization(owner, 'Own');
  const viewer = await port.newMember(owner, tenant, 'viewer');
  const { tenantParameter } = port;
  const people = { owner: owner.caller, weakest: viewer.caller };
  return new ContractEnvironment({
    api,
    limited,
    operations,
    tenantParameter,
    tenant,
    bodyLimit: 64 * 1024,
    ...people,
  });
}

function recipesOf(api: FixtureApi): ResponseRecipes<ContractEnvironment> {
  const someone = () => newPerson(api, 'Someone');
  return {
    resources: {
      userId: async ({ parts }) => {
        const { userId } = await someone();
        await parts.owner.post(`/organizations/${parts.tenant}/members`, { userId, role: 'viewer' });
        return userId;
      },
    },
    problems: {
      'organization-not-found': forUnknownTenant,
      'invalid-code': (environment, operation) => environment.send(operation),
      'invalid-credentials': (environment, operation) => environment.send(operation),
    },
    responses: {
      'POST /accounts/passwords 204': async (environment, operation) => {
        const { email } = await someone();
        await environment.anyone.post('/accounts/password-requests', { email });
        return environment.send(operation, {
          body: { code: api.mailedCode(email), password: 'another password' },
        });
      },
      'POST /sessions 201': async (environment, operation) => {
        const { email } = await someone();
        return environment.send(operation, { body: { email, password: 'a long enough password' } });
      },
      'PUT /me/password 204': async (environment, operation) =>
        environment.send(operation, { caller: (await someone()).caller }),
      'DELETE /sessions/current 204': async (environment, operation) =>
        environment.send(operation, { caller: (await someone()).caller }),
      'POST /organizations/{organizationId}/members 204': async (environment, operation) => {
        const { userId } = await someone();
        return environment.send(operation, { body: { userId, role: 'viewer' } });
      },
      'POST /organizations 201': (environment, operation) =>
        environment.send(operation, { body: { name: 'New', slug: `s-${randomUUID()}` } }),
      'POST /organizations 409': async (environment, operation) => {
        const body = { name: 'New', slug: `s-${randomUUID()}` };
        await environment.send(operation, { body });
        return environment.send(operation, { body });
      },
    },
  };
}
