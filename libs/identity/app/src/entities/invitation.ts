import { randomUUIDv7 } from 'node:crypto';
import { tenantOwned } from '@acme/platform';
import { roles } from '@acme/platform-contract';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { OrganizationEntity } from './organization.ts';

/** @trait expired `{ expiresAt: new Date(0) }` */
export const InvitationEntity = tenantOwned(
  defineEntity({
    name: 'Invitation',
    tableName: 'invitations',
    uniques: [{ properties: ['organization', 'email'] }],
    properties: {
      id: p
        .uuid()
        .primary()
        .onCreate(() => randomUUIDv7()),
      organization: () => p.manyToOne(OrganizationEntity).deleteRule('cascade'),
      email: p.string().length(254).check('email = lower(email)'),
      role: p.enum(roles),
      codeHash: p.string().length(64).hidden(),
      expiresAt: p.datetime(),
      createdAt: p.datetime().onCreate(() => new Date()),
    },
  }),
);
export type InvitationEntity = InferEntity<typeof InvitationEntity>;
