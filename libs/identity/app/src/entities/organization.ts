import { randomUUIDv7 } from 'node:crypto';
import type { Organization } from '@acme/identity-contract';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

const isOfOwnUser = `exists (
  select from memberships m where m.organization_id = organizations.id and m.user_id = app_user_id())`;

export const OrganizationEntity = defineEntity({
  name: 'Organization',
  tableName: 'organizations',
  rowLevelSecurity: 'force',
  policies: [
    { name: 'tenant', using: 'id = app_organization_id()', check: 'id = app_organization_id()' },
    { name: 'own', command: 'select', using: isOfOwnUser },
  ],
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => randomUUIDv7()),
    name: p.string().length(100).check("name ~ '\\S'"),
    slug: p.string().length(50).unique().check("slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'"),
    createdAt: p.datetime().onCreate(() => new Date()),
  },
});
export type OrganizationEntity = InferEntity<typeof OrganizationEntity>;

export function toOrganization({ id, name, slug, createdAt }: OrganizationEntity): Organization {
  return { id, name, slug, createdAt: createdAt.toISOString() };
}
