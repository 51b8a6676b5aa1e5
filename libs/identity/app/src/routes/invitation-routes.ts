import {
  AcceptedInvitationSchema,
  AlreadyMemberError,
  InvalidCodeError,
  InvitationNotFoundError,
  InvitationSchema,
  type Invitations,
  NewInvitationSchema,
  OwnOrganizationSchema,
} from '@acme/identity-contract';
import { actorOf, sessionOf } from '@acme/platform';
import { Id } from '@acme/platform-contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';

export function invitationRoutes(invitations: Invitations): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post(path, invite, async (request, reply) =>
      reply.code(201).send(await invitations.invite(actorOf(request), request.body)),
    );
    app.get(path, list, async (request) => invitations.list(actorOf(request)));
    app.delete(`${path}/:invitationId`, revoke, async (request, reply) => {
      await invitations.revoke(actorOf(request), request.params.invitationId);
      return reply.code(204).send(null);
    });
    app.post('/me/organizations', accept, async (request, reply) =>
      reply.code(201).send(await invitations.accept(sessionOf(request), request.body)),
    );
  };
}

const tags = ['invitations'];
const path = '/organizations/:organizationId/invitations';
const params = Type.Object({ organizationId: Id });

const invite = {
  config: { policy: { atLeast: 'admin' }, errors: [AlreadyMemberError] } as const,
  schema: {
    tags,
    summary: 'Invite an address by mailing it a code',
    params,
    body: NewInvitationSchema,
    response: { 201: InvitationSchema },
  },
};

const list = {
  config: { policy: { atLeast: 'admin' } } as const,
  schema: {
    tags,
    summary: 'List the open invitations',
    params,
    response: { 200: Type.Array(InvitationSchema) },
  },
};

const revoke = {
  config: { policy: { atLeast: 'admin' }, errors: [InvitationNotFoundError] } as const,
  schema: {
    tags,
    summary: 'Revoke an invitation',
    params: Type.Object({ organizationId: Id, invitationId: Id }),
    response: { 204: Type.Null() },
  },
};

const accept = {
  config: { policy: 'signed-in', errors: [InvalidCodeError, AlreadyMemberError] } as const,
  schema: {
    tags,
    summary: 'Accept an invitation with the code from the mail',
    body: AcceptedInvitationSchema,
    response: { 201: OwnOrganizationSchema },
  },
};
