// Generated from the entity by `nx g factory identity`. Do not edit: put changes into ../invitation-factory.ts.
import { randomUUIDv7 } from 'node:crypto';
import { InvitationEntity } from '@acme/identity';
import { type BuildContext, EntityFactory, type EntityMadeBy, type EntityOf } from '@vouch/testing/factories';
import { OrganizationFactory } from '../organization-factory.ts';

export type Invitation = EntityOf<typeof InvitationEntity>;
export type InvitationAttributes = Pick<
  Invitation,
  'id' | 'email' | 'role' | 'codeHash' | 'expiresAt' | 'createdAt'
>;

export interface InvitationParents {
  organization: OrganizationFactory;
}

export abstract class InvitationBase extends EntityFactory<
  Invitation,
  InvitationAttributes,
  InvitationParents,
  EntityMadeBy<OrganizationFactory>
> {
  protected readonly entity = InvitationEntity;
  protected readonly parents = { organization: () => new OrganizationFactory(this.context) };

  expired(): this {
    return this.trait('expired', { expiresAt: new Date(0) });
  }

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

  protected defaults({
    number,
    faker,
  }: BuildContext<InvitationAttributes, InvitationParents>): InvitationAttributes {
    return {
      id: randomUUIDv7(),
      email: `${number}.${faker.internet.exampleEmail()}`.toLowerCase(),
      role: 'viewer',
      codeHash: number.toString(16).padStart(64, '0'),
      expiresAt: new Date(Date.now() + 7 * 86_400_000),
      createdAt: new Date(),
    };
  }
}
