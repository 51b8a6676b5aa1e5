import {
  LastOwnerError,
  MemberNotFoundError,
  MemberSchema,
  type Members,
  RoleChangeSchema,
  RoleTooWeakError,
} from '@acme/identity-contract';
import { actorOf } from '@acme/platform';
import { Id } from '@acme/platform-contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';

export function memberRoutes(members: Members): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(path, list, async (request) => members.list(actorOf(request)));
    app.patch(`${path}/:userId`, changeRole, async (request) =>
      members.changeRole(actorOf(request), request.params.userId, request.body.role),
    );
    app.delete(`${path}/:userId`, remove, async (request, reply) => {
      await members.remove(actorOf(request), request.params.userId);
      return reply.code(204).send(null);
    });
  };
}

const tags = ['members'];
const path = '/organizations/:organizationId/members';
const memberParams = Type.Object({ organizationId: Id, userId: Id });

const list = {
  config: { policy: { atLeast: 'viewer' } } as const,
  schema: {
    tags,
    summary: 'List the members',
    params: Type.Object({ organizationId: Id }),
    response: { 200: Type.Array(MemberSchema) },
  },
};

// #region route
const changeRole = {
  config: { policy: { atLeast: 'admin' }, errors: [MemberNotFoundError, LastOwnerError] } as const,
  schema: {
    tags,
    summary: "Change a member's role",
    params: memberParams,
    body: RoleChangeSchema,
    response: { 200: MemberSchema },
  },
};
// #endregion route

const remove = {
  config: {
    policy: { atLeast: 'viewer' },
    errors: [RoleTooWeakError, MemberNotFoundError, LastOwnerError],
  } as const,
  schema: {
    tags,
    summary: 'Remove a member; members can remove themselves, admins also others',
    params: memberParams,
    response: { 204: Type.Null() },
  },
};
