import {
  NewOrganizationSchema,
  OrganizationSchema,
  type Organizations,
  OwnOrganizationSchema,
  SlugTakenError,
} from '@acme/identity-contract';
import { actorOf, sessionOf } from '@acme/platform';
import { Id } from '@acme/platform-contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';

export function organizationRoutes(organizations: Organizations): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post('/organizations', create, async (request, reply) => {
      const organization = await organizations.createOrganization(sessionOf(request).userId, request.body);
      return reply.code(201).header('location', `/organizations/${organization.id}`).send(organization);
    });
    app.get('/organizations', listOwn, async (request) => organizations.listFor(sessionOf(request).userId));
    app.get('/organizations/:organizationId', get, async (request) => organizations.get(actorOf(request)));
  };
}

const tags = ['organizations'];

const create = {
  config: { policy: 'signed-in', errors: [SlugTakenError] } as const,
  schema: {
    tags,
    summary: 'Create an organization and become its owner',
    body: NewOrganizationSchema,
    response: { 201: OrganizationSchema },
  },
};

const listOwn = {
  config: { policy: 'signed-in' } as const,
  schema: {
    tags,
    summary: 'List your organizations',
    response: { 200: Type.Array(OwnOrganizationSchema) },
  },
};

const get = {
  config: { policy: { atLeast: 'viewer' } } as const,
  schema: {
    tags,
    summary: 'Get an organization',
    params: Type.Object({ organizationId: Id }),
    response: { 200: OrganizationSchema },
  },
};
