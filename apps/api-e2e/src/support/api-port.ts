import { randomUUID } from 'node:crypto';
import type { OpenedSession } from '@acme/identity-contract';
import type { Role } from '@acme/platform-contract';
import {
  type AccountRoutes,
  Caller,
  type FullTarget,
  type Person,
  type TenancyPort,
  withoutTable,
} from '@vouch/testing/api';
import { createOrganization, mailedCode, newMember, newPerson, password } from './people.ts';
import { type ApiProcess, bodyLimit, documentPath } from './start-api.ts';

/** The environment of an API for `attackTarget`. */
export const attackEnvironment = { DEMO: 'yes', CORS_ORIGINS: 'https://app.example', LOG_LEVEL: 'trace' };

/** The path parameter that holds the id of an organization. */
export const tenantParameter = 'organizationId';

const sessionPath = '/sessions/current';

/** Returns the data about this API that the kit's attacks need. */
export async function attackTarget(api: ApiProcess): Promise<FullTarget> {
  const accounts = accountRoutes(api);
  const person = await accounts.newPerson();
  return {
    api,
    anyone: new Caller(api.address),
    person,
    accounts,
    sessionPath,
    bodyLimit,
    ownPath: '/me',
    publicWrite: { path: '/sessions', body: { email: 'a@example.com', password: 'x' } },
    creation: {
      path: '/organizations',
      body: (name = 'New') => ({ name, slug: `s-${randomUUID()}` }),
    },
    staticFile: '/docs/static/swagger-ui.css',
    hostPage: '/',
    allowedOrigin: attackEnvironment.CORS_ORIGINS,
    publicPaths: ['/health', '/'],
    mailedCode: (email) => mailedCode(api, email),
    codePath: '/accounts/passwords',
    causeInternalError: async () => {
      const { id } = await createOrganization(person, 'Own');
      return withoutTable(api, 'invitations', () => person.caller.get(`/organizations/${id}/invitations`));
    },
  };
}

function accountRoutes(api: ApiProcess): AccountRoutes {
  const anyone = new Caller(api.address);
  const signIn: AccountRoutes['signIn'] = (email, secret) =>
    anyone.post('/sessions', { email, password: secret });
  return {
    password,
    signIn,
    newPerson: () => newPerson(api, 'Someone'),
    register: (email, name) => anyone.post('/accounts', { email, name }),
    requestPassword: (email) => anyone.post('/accounts/password-requests', { email }),
    newSession: async ({ email }) => {
      const { token } = (await signIn(email, password)).json as OpenedSession;
      return new Caller(api.address, token);
    },
    signOut: (caller) => caller.send('DELETE', sessionPath),
    changePassword: ({ caller }, newPassword) =>
      caller.send('PUT', '/me/password', { currentPassword: password, newPassword }),
  };
}

/** How the kit's checks of tenant separation reach this API. */
export function tenancyPort(api: ApiProcess): TenancyPort {
  return {
    api,
    documentPath,
    tenantParameter,
    sessionPath,
    roles: ['viewer', 'member', 'admin', 'owner'] satisfies Role[],
    newPerson: (name) => newPerson(api, name),
    newTenant: async (owner, name) => (await createOrganization(owner, name)).id,
    newMember: (owner, id, role) => newMember(api, owner, { id }, role as Role),
    removeMember: (owner: Person, id, { userId }) =>
      owner.caller.send('DELETE', `/organizations/${id}/members/${userId}`),
  };
}
