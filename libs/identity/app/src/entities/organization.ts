import { randomUUIDv7 } from 'node:crypto';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

export const OrganizationEntity = defineEntity({
  name: 'Organization',
  tableName: 'organizations',
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => randomUUIDv7()),
    name: p.string().length(100),
    slug: p.string().length(50).unique(),
    createdAt: p.datetime().onCreate(() => new Date()),
  },
});
export type OrganizationEntity = InferEntity<typeof OrganizationEntity>;
