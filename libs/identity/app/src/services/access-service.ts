import {
  type Access,
  type Actor,
  isAtLeast,
  OrganizationNotFoundError,
  type Role,
  RoleTooWeakError,
  type Session,
  type Tenants,
} from '@acme/identity-contract';
import type { EntityManager } from '@mikro-orm/postgresql';
import { MembershipEntity } from '../entities/membership.ts';

export class AccessService implements Access {
  readonly #tenants: Tenants<EntityManager>;

  constructor(tenants: Tenants<EntityManager>) {
    this.#tenants = tenants;
  }

  async enter({ userId }: Session, organizationId: string, needed: Role): Promise<Actor> {
    const membership = await this.#tenants.within({ organizationId, userId }, (em) =>
      em.findOne(MembershipEntity, { user: userId }),
    );
    if (!membership) throw new OrganizationNotFoundError();
    if (!isAtLeast(membership.role, needed)) throw new RoleTooWeakError(needed);
    return { userId, organizationId, role: membership.role };
  }
}
