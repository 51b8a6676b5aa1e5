import {
  type Actor,
  LastOwnerError,
  type Member,
  MemberNotFoundError,
  type Members,
  type Role,
  type Tenants,
} from '@acme/identity-contract';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { MembershipEntity } from '../entities/membership.ts';
import { OrganizationEntity } from '../entities/organization.ts';
import { requireRoleToManage } from './require-role-to-manage.ts';

export class MembersService implements Members {
  readonly #tenants: Tenants<EntityManager>;

  constructor(tenants: Tenants<EntityManager>) {
    this.#tenants = tenants;
  }

  async list(actor: Actor): Promise<Member[]> {
    return this.#tenants.read<Member>(actor, membersByName);
  }

  async changeRole(actor: Actor, userId: string, role: Role): Promise<Member> {
    return this.#tenants.within(actor, async (em) => {
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
    return this.#tenants.within(actor, async (em) => {
      const membership = await lockedMembership(em, actor, userId);
      if (userId !== actor.userId) requireRoleToManage(actor, membership.role);
      await requireAnotherOwner(em, membership);
      await em.remove(membership).flush();
    });
  }
}

const membersByName = `
  select u.id as "userId", u.email, u.name, m.role, m.created_at as since
  from memberships m join users u on u.id = m.user_id
  where m.organization_id = app_organization_id() order by u.name, u.id`;

/** Changes of one organization's members wait for each other, or two owners could step down at once. */
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
