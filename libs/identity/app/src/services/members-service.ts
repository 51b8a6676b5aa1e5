import {
  LastOwnerError,
  type Member,
  MemberNotFoundError,
  type Members,
  RoleTooWeakError,
} from '@acme/identity-contract';
import { type Actor, isAtLeast, type Role, type Tenants } from '@acme/platform-contract';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { MembershipEntity } from '../entities/membership.ts';
import { OrganizationEntity } from '../entities/organization.ts';

export class MembersService implements Members {
  readonly #tenants: Tenants<EntityManager>;

  constructor(tenants: Tenants<EntityManager>) {
    this.#tenants = tenants;
  }

  async list(actor: Actor): Promise<Member[]> {
    return this.#tenants.read<Member>(actor, membersByName);
  }

  async changeRole(actor: Actor, userId: string, role: Role): Promise<Member> {
    return this.#tenants.write(actor, async (em) => {
      const membership = await lockedMembership(em, actor, userId);
      requireRoleToManage(actor, membership.role);
      requireRoleToManage(actor, role);
      if (role !== 'owner') await requireAnotherOwner(em, membership);
      membership.role = role;
      await em.flush();
      return toMember(membership);
    });
  }

  async remove(actor: Actor, userId: string): Promise<void> {
    return this.#tenants.write(actor, async (em) => {
      const membership = await lockedMembership(em, actor, userId);
      if (userId !== actor.userId) requireRoleToManage(actor, membership.role);
      await requireAnotherOwner(em, membership);
      await em.remove(membership).flush();
    });
  }
}

/** @throws RoleTooWeakError unless the actor is at least an admin, and no weaker than the role */
export function requireRoleToManage(actor: Actor, role: Role): void {
  const needed = isAtLeast('admin', role) ? 'admin' : role;
  if (!isAtLeast(actor.role, needed)) throw new RoleTooWeakError(needed);
}

const membersByName = `
  select u.id as "userId", u.email, u.name, m.role, m.created_at as since
  from memberships m join users u on u.id = m.user_id
  where m.organization_id = app_organization_id() order by u.name, u.id`;

/** Locks the organization: otherwise its last two owners could leave at the same time. */
async function lockedMembership(em: EntityManager, actor: Actor, userId: string) {
  await em.findOne(OrganizationEntity, actor.organizationId, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const membership = await em.findOne(MembershipEntity, { user: userId }, { populate: ['user'] });
  if (!membership) throw new MemberNotFoundError();
  return membership;
}

async function requireAnotherOwner(em: EntityManager, { role, id }: MembershipEntity): Promise<void> {
  if (role !== 'owner') return;
  if ((await em.count(MembershipEntity, { role: 'owner', id: { $ne: id } })) === 0)
    throw new LastOwnerError();
}

function toMember({ user, role, createdAt }: MembershipEntity): Member {
  return { userId: user.id, email: user.email, name: user.name, role, since: createdAt.toISOString() };
}
