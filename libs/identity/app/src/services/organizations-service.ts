import { randomUUIDv7 } from 'node:crypto';
import {
  type Actor,
  type NewOrganization,
  type Organization,
  OrganizationNotFoundError,
  type Organizations,
  type OwnOrganization,
  SlugTakenError,
  type Tenants,
} from '@acme/identity-contract';
import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { MembershipEntity } from '../entities/membership.ts';
import { OrganizationEntity } from '../entities/organization.ts';
import { UserEntity } from '../entities/user.ts';
import { toOrganization } from './to-organization.ts';

export class OrganizationsService implements Organizations {
  readonly #tenants: Tenants<EntityManager>;

  constructor(tenants: Tenants<EntityManager>) {
    this.#tenants = tenants;
  }

  async found(founderId: string, { name, slug }: NewOrganization): Promise<Organization> {
    const id = randomUUIDv7();
    const founding = this.#tenants.within({ organizationId: id, userId: founderId }, async (em) => {
      const organization = em.create(OrganizationEntity, { id, name, slug });
      em.create(MembershipEntity, {
        organization,
        user: em.getReference(UserEntity, founderId),
        role: 'owner',
      });
      await em.flush();
      return toOrganization(organization);
    });
    return founding.catch((error: unknown) => {
      throw error instanceof UniqueConstraintViolationException ? new SlugTakenError(slug) : error;
    });
  }

  async listFor(userId: string): Promise<OwnOrganization[]> {
    return this.#tenants.within({ userId }, async (em) => {
      const memberships = await em.find(
        MembershipEntity,
        { user: userId },
        { populate: ['organization'], orderBy: { organization: { name: 'asc', id: 'asc' } } },
      );
      return memberships.map(({ organization, role }) => ({ ...toOrganization(organization), role }));
    });
  }

  async get({ organizationId, userId }: Actor): Promise<Organization> {
    return this.#tenants.within({ organizationId, userId }, async (em) => {
      const organization = await em.findOne(OrganizationEntity, organizationId);
      if (!organization) throw new OrganizationNotFoundError();
      return toOrganization(organization);
    });
  }
}
