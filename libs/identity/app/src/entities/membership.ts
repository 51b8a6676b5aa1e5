import { randomUUIDv7 } from 'node:crypto';
import { tenantOwned } from '@acme/platform';
import { roles } from '@acme/platform-contract';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { OrganizationEntity } from './organization.ts';
import { UserEntity } from './user.ts';

export const MembershipEntity = tenantOwned(
  defineEntity({
    name: 'Membership',
    tableName: 'memberships',
    uniques: [{ properties: ['organization', 'user'] }],
    indexes: [{ name: 'memberships_of_user', properties: ['user'] }],
    policies: [{ name: 'own', command: 'select', using: 'user_id = app_user_id()' }],
    properties: {
      id: p
        .uuid()
        .primary()
        .onCreate(() => randomUUIDv7()),
      organization: () => p.manyToOne(OrganizationEntity).deleteRule('cascade'),
      user: () => p.manyToOne(UserEntity).deleteRule('cascade'),
      role: p.enum(roles),
      createdAt: p.datetime().onCreate(() => new Date()),
    },
  }),
);
export type MembershipEntity = InferEntity<typeof MembershipEntity>;
