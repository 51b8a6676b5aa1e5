import { randomUUIDv7 } from 'node:crypto';
import { MembershipEntity, type OrganizationEntity, type UserEntity } from '@acme/identity';
import type { Role } from '@acme/identity-contract';
import { EntityFactory } from './entity-factory.ts';
import { OrganizationFactory } from './organization-factory.ts';
import { UserFactory } from './user-factory.ts';

export interface MembershipAttributes {
  id: string;
  role: Role;
  createdAt: Date;
}

export interface MembershipParents {
  organization: OrganizationEntity;
  user: UserEntity;
}

export class MembershipFactory extends EntityFactory<
  MembershipEntity,
  MembershipAttributes,
  MembershipParents
> {
  protected readonly entity = MembershipEntity;

  owner(): this {
    return this.trait('owner', { role: 'owner' });
  }

  admin(): this {
    return this.trait('admin', { role: 'admin' });
  }

  viewer(): this {
    return this.trait('viewer', { role: 'viewer' });
  }

  protected defaults(): MembershipAttributes {
    return { id: randomUUIDv7(), role: 'member', createdAt: new Date() };
  }

  protected complete(given: Partial<MembershipParents>, tenant?: OrganizationEntity): MembershipParents {
    return {
      organization: given.organization ?? tenant ?? new OrganizationFactory(this.context).build(),
      user: given.user ?? new UserFactory(this.context).build(),
    };
  }

  protected tenantOf({ organization }: MembershipEntity): OrganizationEntity {
    return organization;
  }
}
