import {
  type Access,
  OrganizationNotFoundError,
  RoleTooWeakError,
  UnauthenticatedError,
} from '@acme/identity-contract';
import { type Actor, type Clock, isAtLeast, type Role, type Tenants } from '@acme/platform-contract';
import type { EntityManager } from '@mikro-orm/postgresql';
import { hashSecret } from '../security/secret.ts';

export class AccessService implements Access {
  readonly #tenants: Tenants<EntityManager>;
  readonly #now: Clock;

  constructor(tenants: Tenants<EntityManager>, now: Clock) {
    this.#tenants = tenants;
    this.#now = now;
  }

  async authorize(token: string, organizationId: string, needed: Role): Promise<Actor> {
    const values = [hashSecret(token), this.#now(), organizationId];
    const [found] = await this.#tenants.read<UserWithRole>({}, userOfSession, values);
    if (!found) throw new UnauthenticatedError();
    const { userId, role } = found;
    if (!role) throw new OrganizationNotFoundError();
    if (!isAtLeast(role, needed)) throw new RoleTooWeakError(needed);
    return { userId, organizationId, role };
  }
}

interface UserWithRole {
  readonly userId: string;
  readonly role: Role | null;
}

const userOfSession = 'select member as "userId", role_there as role from app_enter($1, $2, $3)';
