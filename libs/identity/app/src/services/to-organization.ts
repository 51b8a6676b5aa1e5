import type { Organization } from '@acme/identity-contract';
import type { OrganizationEntity } from '../entities/organization.ts';

export function toOrganization({ id, name, slug, createdAt }: OrganizationEntity): Organization {
  return { id, name, slug, createdAt: createdAt.toISOString() };
}
