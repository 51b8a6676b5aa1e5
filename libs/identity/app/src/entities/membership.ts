import { randomUUIDv7 } from 'node:crypto';
import { roles } from '@acme/identity-contract';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { OrganizationEntity } from './organization.ts';
import { UserEntity } from './user.ts';

export const MembershipEntity = defineEntity({
  name: 'Membership',
  tableName: 'memberships',
  uniques: [{ properties: ['organization', 'user'] }, { properties: ['organization', 'id'] }],
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => randomUUIDv7()),
    organization: () => p.manyToOne(OrganizationEntity),
    user: () => p.manyToOne(UserEntity),
    role: p.enum(roles),
    createdAt: p.datetime().onCreate(() => new Date()),
  },
});
export type MembershipEntity = InferEntity<typeof MembershipEntity>;
