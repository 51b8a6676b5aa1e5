import { randomUUIDv7 } from 'node:crypto';
import {
  type NewOrganization,
  type Organization,
  OrganizationNotFoundError,
  type Organizations,
  type OwnOrganization,
  SlugTakenError,
} from '@acme/identity-contract';
import type { Actor, Tenants } from '@acme/platform-contract';
import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { MembershipEntity } from '../entities/membership.ts';
import { OrganizationEntity, toOrganization } from '../entities/organization.ts';
import { UserEntity } from '../entities/user.ts';

export class OrganizationsService implements Organizations {
  readonly #tenants: Tenants<EntityManager>;

  constructor(tenants: Tenants<EntityManager>) {
    this.#tenants = tenants;
  }

  async createOrganization(ownerId: string, { name, slug }: NewOrganization): Promise<Organization> {
    const id = randomUUIDv7();
    const creation = this.#tenants.write({ organizationId: id, userId: ownerId }, async (em) => {
      const organization = em.create(OrganizationEntity, { id, name, slug });
      em.create(MembershipEntity, {
        organization,
        user: em.getReference(UserEntity, ownerId),
        role: 'owner',
      });
      await em.flush();
      return toOrganization(organization);
    });
    return creation.catch((error: unknown) => {
      throw error instanceof UniqueConstraintViolationException ? new SlugTakenError(slug) : error;
    });
  }

  async listFor(userId: string): Promise<OwnOrganization[]> {
    return this.#tenants.read<OwnOrganization>({ userId }, ownOrganizations);
  }

  async get(actor: Actor): Promise<Organization> {
    const [organization] = await this.#tenants.read<Organization>(actor, theOrganization);
    if (!organization) throw new OrganizationNotFoundError();
    return organization;
  }
}

const ownOrganizations = `
  select o.id, o.name, o.slug, o.created_at as "createdAt", m.role
  from memberships m join organizations o on o.id = m.organization_id
  where m.user_id = app_user_id() order by o.name, o.id`;

const theOrganization = `
  select id, name, slug, created_at as "createdAt" from organizations where id = app_organization_id()`;
