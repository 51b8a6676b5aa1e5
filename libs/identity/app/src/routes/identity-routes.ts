import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Identity } from '../create-identity.ts';
import { accountRoutes } from './account-routes.ts';
import { invitationRoutes } from './invitation-routes.ts';
import { memberRoutes } from './member-routes.ts';
import { organizationRoutes } from './organization-routes.ts';
import { sessionRoutes } from './session-routes.ts';

export function identityRoutes(identity: Identity): FastifyPluginAsyncTypebox {
  return async (app) => {
    await app.register(accountRoutes(identity.accounts));
    await app.register(sessionRoutes(identity.sessions));
    await app.register(organizationRoutes(identity.organizations));
    await app.register(invitationRoutes(identity.invitations));
    await app.register(memberRoutes(identity.members));
  };
}
