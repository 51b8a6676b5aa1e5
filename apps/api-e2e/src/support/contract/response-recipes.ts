import { randomUUID } from 'node:crypto';
import type { Invitation } from '@acme/identity-contract';
import {
  type ApiResponse,
  asDescribed,
  forUnknownTenant,
  type Operation,
  type ResponseRecipes,
} from '@vouch/testing/api';
import { mailedCode, password } from '../people.ts';
// <sample alerts>
import { alertRecipes, alertResources } from './alerts-recipes.ts';
// </sample alerts>
import type { ApiContract } from './contract-environment.ts';

/** How the API is made to give the responses that do not follow from a status or a code. */
export const recipes: ResponseRecipes<ApiContract> = {
  resources: {
    userId: async (environment) => (await environment.newMember()).userId,
    invitationId: async (environment) => {
      const invitation = { email: `${randomUUID()}@example.com`, role: 'viewer' };
      return (await environment.post<Invitation>('/invitations', invitation)).id;
    },
    // <sample alerts>
    ...alertResources,
    // </sample alerts>
  },
  problems: {
    'organization-not-found': forUnknownTenant,
    'role-too-weak': (environment, operation) => {
      const { viewer, member } = environment.people;
      return environment.send(operation, { caller: viewer.caller, id: member.userId });
    },
    'invalid-credentials': asDescribed,
    'invalid-code': asDescribed,
  },
  responses: {
    'GET /ready 503': asDescribed,
    'POST /accounts/passwords 200': async (environment, operation) => {
      const email = `${randomUUID()}@example.com`;
      await environment.anyone.post('/accounts', { email, name: 'Someone' });
      return environment.send(operation, {
        body: { code: await mailedCode(environment.api, email), password },
      });
    },
    'PUT /me/password 204': async (environment, operation) => {
      const { caller } = await environment.newPerson();
      const body = { currentPassword: password, newPassword: `${password}!` };
      return environment.send(operation, { caller, body });
    },
    'POST /sessions 201': (environment, operation) =>
      environment.send(operation, { body: { email: environment.people.owner.email, password } }),
    'DELETE /sessions/current 204': async (environment, operation) =>
      environment.send(operation, { caller: (await environment.newPerson()).caller }),
    'POST /organizations 409': (environment, operation) =>
      environment.send(operation, { body: { name: 'Second', slug: environment.own.slug } }),
    'POST /organizations/{organizationId}/invitations 409': (environment, operation) =>
      environment.send(operation, { body: { email: environment.people.viewer.email, role: 'viewer' } }),
    'POST /me/organizations 201': async (environment, operation) => {
      const { caller, email } = await environment.newPerson();
      await environment.post('/invitations', { email, role: 'viewer' });
      return environment.send(operation, {
        caller,
        body: { code: await mailedCode(environment.api, email) },
      });
    },
    'POST /me/organizations 409': async (environment, operation) => {
      const { caller, email, userId } = await environment.newPerson();
      await environment.post('/invitations', { email, role: 'viewer' });
      await environment.addMember(userId);
      return environment.send(operation, {
        caller,
        body: { code: await mailedCode(environment.api, email) },
      });
    },
    'PATCH /organizations/{organizationId}/members/{userId} 409': stepDown,
    'DELETE /organizations/{organizationId}/members/{userId} 409': stepDown,
    // <sample alerts>
    ...alertRecipes,
    // </sample alerts>
  },
};

function stepDown(environment: ApiContract, operation: Operation): Promise<ApiResponse> {
  return environment.send(operation, { id: environment.people.owner.userId });
}
