import { randomUUID } from 'node:crypto';
import {
  type AccountRoutes,
  Caller,
  type FullTarget,
  type Person,
  type TenancyPort,
  withoutTable,
} from '@vouch/testing/api';
import { allowedOrigin } from './app/protect-responses.ts';
import { roles } from './app/route.ts';
import type { FixtureApi } from './start-fixture-api.ts';

const password = 'a long enough password';
const sessionPath = '/sessions/current';

/** Registers a person and signs them in. */
export async function newPerson(api: FixtureApi, name: string): Promise<Person> {
  const email = `${randomUUID()}@example.com`;
  const anyone = new Caller(api.address);
  await anyone.post('/accounts', { email, name });
  await anyone.post('/accounts/passwords', { code: api.mailedCode(email), password });
  const { token, userId } = (await anyone.post('/sessions', { email, password })).json as {
    token: string;
    userId: string;
  };
  return { caller: new Caller(api.address, token), token, userId, email };
}

/** Creates an organization of which the person is the owner, and returns its id. */
export async function newOrganization({ caller }: Person, name: string): Promise<string> {
  const { json } = await caller.post('/organizations', { name, slug: `s-${randomUUID()}` });
  return (json as { id: string }).id;
}

/** How the checks of tenant separation reach the fixture API. */
export function tenancyPort(api: FixtureApi): TenancyPort {
  const membersOf = (tenant: string): string => `/organizations/${tenant}/members`;
  return {
    api,
    documentPath: '/docs/json',
    tenantParameter: 'organizationId',
    roles,
    sessionPath,
    newPerson: (name) => newPerson(api, name),
    newTenant: newOrganization,
    newMember: async (owner, tenant, role) => {
      const person = await newPerson(api, role);
      await owner.caller.post(membersOf(tenant), { userId: person.userId, role });
      return person;
    },
    removeMember: (owner, tenant, { userId }) =>
      owner.caller.send('DELETE', `${membersOf(tenant)}/${userId}`),
  };
}

/** The facts that the attacks need about the fixture API. */
export async function attackTarget(api: FixtureApi): Promise<FullTarget> {
  const person = await newPerson(api, 'Someone');
  return {
    api,
    person,
    anyone: new Caller(api.address),
    accounts: accountRoutes(api),
    ownPath: '/me',
    sessionPath,
    publicWrite: { path: '/sessions', body: { email: 'a@example.com', password: 'x' } },
    bodyLimit: 64 * 1024,
    creation: { path: '/organizations', body: (name = 'New') => ({ name, slug: `s-${randomUUID()}` }) },
    staticFile: '/static/index.ts',
    hostPage: '/',
    allowedOrigin,
    publicPaths: ['/health', '/'],
    mailedCode: (email) => Promise.resolve(api.mailedCode(email)),
    codePath: '/accounts/passwords',
    causeInternalError: async () => {
      const tenant = await newOrganization(person, 'Own');
      return withoutTable(api, 'notes', () => person.caller.get(`/organizations/${tenant}/notes`));
    },
  };
}

function accountRoutes(api: FixtureApi): AccountRoutes {
  const anyone = new Caller(api.address);
  const signIn: AccountRoutes['signIn'] = (email, secret) =>
    anyone.post('/sessions', { email, password: secret });
  return {
    password,
    signIn,
    newPerson: () => newPerson(api, 'Someone'),
    register: (email, name) => anyone.post('/accounts', { email, name }),
    requestPassword: (email) => anyone.post('/accounts/password-requests', { email }),
    newSession: async ({ email }) =>
      new Caller(api.address, ((await signIn(email, password)).json as { token: string }).token),
    signOut: (caller) => caller.send('DELETE', sessionPath),
    changePassword: ({ caller }, changed) => caller.send('PUT', '/me/password', { password: changed }),
  };
}
