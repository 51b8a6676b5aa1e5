// Generated from the entity by `nx g factory identity`. Do not edit: put changes into ../membership-factory.ts.
import { randomUUIDv7 } from 'node:crypto';
import { MembershipEntity } from '@acme/identity';
import { EntityFactory, type EntityMadeBy, type EntityOf } from '@vouch/testing/factories';
import { OrganizationFactory } from '../organization-factory.ts';
import { UserFactory } from '../user-factory.ts';

export type Membership = EntityOf<typeof MembershipEntity>;
export type MembershipAttributes = Pick<Membership, 'id' | 'role' | 'createdAt'>;

export interface MembershipParents {
  organization: OrganizationFactory;
  user: UserFactory;
}

export abstract class MembershipBase extends EntityFactory<
  Membership,
  MembershipAttributes,
  MembershipParents,
  EntityMadeBy<OrganizationFactory>
> {
  protected readonly entity = MembershipEntity;
  protected readonly parents = {
    organization: () => new OrganizationFactory(this.context),
    user: () => new UserFactory(this.context),
  };

  viewer(): this {
    return this.trait('viewer', { role: 'viewer' });
  }

  member(): this {
    return this.trait('member', { role: 'member' });
  }

  admin(): this {
    return this.trait('admin', { role: 'admin' });
  }

  owner(): this {
    return this.trait('owner', { role: 'owner' });
  }

  protected defaults(): MembershipAttributes {
    return { id: randomUUIDv7(), role: 'viewer', createdAt: new Date() };
  }
}
