import {
  Id,
  NewOrganizationSchema,
  OrganizationSchema,
  type Organizations,
  OwnOrganizationSchema,
  SlugTakenError,
} from '@acme/identity-contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { actorOf, sessionOf } from './guard-routes.ts';

export function organizationRoutes(organizations: Organizations): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post('/organizations', found, async (request, reply) => {
      const organization = await organizations.found(sessionOf(request).userId, request.body);
      return reply.code(201).header('location', `/organizations/${organization.id}`).send(organization);
    });
    app.get('/organizations', listOwn, async (request) => organizations.listFor(sessionOf(request).userId));
    app.get('/organizations/:organizationId', get, async (request) => organizations.get(actorOf(request)));
  };
}

const tags = ['organizations'];

const found = {
  config: { policy: 'signed-in', errors: [SlugTakenError] } as const,
  schema: {
    tags,
    summary: 'Found an organization and own it',
    body: NewOrganizationSchema,
    response: { 201: OrganizationSchema },
  },
};

const listOwn = {
  config: { policy: 'signed-in' } as const,
  schema: {
    tags,
    summary: 'The organizations that you belong to',
    response: { 200: Type.Array(OwnOrganizationSchema) },
  },
};

const get = {
  config: { policy: { atLeast: 'viewer' } } as const,
  schema: {
    tags,
    summary: 'One organization',
    params: Type.Object({ organizationId: Id }),
    response: { 200: OrganizationSchema },
  },
};
