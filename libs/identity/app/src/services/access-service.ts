import {
  type Access,
  type Actor,
  isAtLeast,
  OrganizationNotFoundError,
  type Role,
  RoleTooWeakError,
  type Session,
} from '@acme/identity-contract';
import type { EntityManager } from '@mikro-orm/postgresql';

export class AccessService implements Access {
  readonly #em: EntityManager;

  constructor(em: EntityManager) {
    this.#em = em;
  }

  async enter({ userId }: Session, organizationId: string, needed: Role): Promise<Actor> {
    const sql = 'select app_role_in(?, ?) as role';
    const [row] = await this.#em.fork().execute<{ role: Role | null }[]>(sql, [organizationId, userId]);
    if (!row?.role) throw new OrganizationNotFoundError();
    if (!isAtLeast(row.role, needed)) throw new RoleTooWeakError(needed);
    return { userId, organizationId, role: row.role };
  }
}
