import {
  CredentialsSchema,
  InvalidCredentialsError,
  OpenedSessionSchema,
  type Sessions,
  UserSchema,
} from '@acme/identity-contract';
import { sessionOf } from '@acme/platform';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';

export function sessionRoutes(sessions: Sessions): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post('/sessions', logIn, async (request, reply) =>
      reply.code(201).send(await sessions.open(request.body)),
    );
    app.delete('/sessions/current', logOut, async (request, reply) => {
      await sessions.close(sessionOf(request));
      return reply.code(204).send(null);
    });
    app.get('/me', me, async (request) => sessions.user(sessionOf(request)));
  };
}

const tags = ['sessions'];

const logIn = {
  config: { policy: 'public', errors: [InvalidCredentialsError] } as const,
  schema: { tags, summary: 'Log in', body: CredentialsSchema, response: { 201: OpenedSessionSchema } },
};

const logOut = {
  config: { policy: 'signed-in' } as const,
  schema: { tags, summary: 'Log out', response: { 204: Type.Null() } },
};

const me = {
  config: { policy: 'signed-in' } as const,
  schema: { tags, summary: 'Get your account', response: { 200: UserSchema } },
};
