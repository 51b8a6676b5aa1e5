import {
  type Access,
  type Actor,
  isAtLeast,
  OrganizationNotFoundError,
  type Role,
  RoleTooWeakError,
  UnauthenticatedError,
} from '@acme/identity-contract';
import type { EntityManager } from '@mikro-orm/postgresql';
import { hashSecret } from '../security/secret.ts';
import { ask } from './ask.ts';
import type { Clock } from './clock.ts';

export class AccessService implements Access {
  readonly #em: EntityManager;
  readonly #now: Clock;

  constructor(em: EntityManager, now: Clock) {
    this.#em = em;
    this.#now = now;
  }

  async enter(token: string, organizationId: string, needed: Role): Promise<Actor> {
    const [entry] = await ask<Entry>(this.#em, entryOf, [hashSecret(token), this.#now(), organizationId]);
    if (!entry) throw new UnauthenticatedError();
    const { userId, role } = entry;
    if (!role) throw new OrganizationNotFoundError();
    if (!isAtLeast(role, needed)) throw new RoleTooWeakError(needed);
    return { userId, organizationId, role };
  }
}

interface Entry {
  readonly userId: string;
  readonly role: Role | null;
}

const entryOf = 'select member as "userId", role_there as role from app_enter($1, $2, $3)';
