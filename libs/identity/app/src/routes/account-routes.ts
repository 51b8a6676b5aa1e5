import {
  type Accounts,
  ChosenPasswordSchema,
  InvalidCodeError,
  InvalidCredentialsError,
  NewPasswordRequestSchema,
  PasswordChangeSchema,
  RegistrationSchema,
  UserSchema,
} from '@acme/identity-contract';
import { sessionOf } from '@acme/platform';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';

export function accountRoutes(accounts: Accounts): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post('/accounts', register, async (request, reply) => {
      await accounts.register(request.body);
      return reply.code(202).send(undefined);
    });
    app.post('/accounts/password-requests', requestNewPassword, async (request, reply) => {
      await accounts.requestNewPassword(request.body.email);
      return reply.code(202).send(undefined);
    });
    app.post('/accounts/passwords', choosePassword, async (request) => accounts.choosePassword(request.body));
    app.put('/me/password', changePassword, async (request, reply) => {
      await accounts.changePassword(sessionOf(request), request.body);
      return reply.code(204).send(null);
    });
  };
}

const tags = ['accounts'];
const config = { policy: 'public' } as const;
/** Without a body. With status 202, `null` would be sent as one. */
const Nothing = Type.Unsafe<undefined>(Type.Null());

const register = {
  config,
  schema: {
    tags,
    summary: 'Register an account; a code for choosing its password is mailed to the address',
    body: RegistrationSchema,
    response: { 202: Nothing },
  },
};

const requestNewPassword = {
  config,
  schema: {
    tags,
    summary: 'Request a new password; a code is mailed to the address if it has an account',
    body: NewPasswordRequestSchema,
    response: { 202: Nothing },
  },
};

const choosePassword = {
  config: { ...config, errors: [InvalidCodeError] },
  schema: {
    tags,
    summary: 'Choose a password with the code from the mail',
    body: ChosenPasswordSchema,
    response: { 200: UserSchema },
  },
};

const changePassword = {
  config: { policy: 'signed-in', errors: [InvalidCredentialsError] } as const,
  schema: {
    tags,
    summary: 'Change the password and end the other sessions',
    body: PasswordChangeSchema,
    response: { 204: Type.Null() },
  },
};
