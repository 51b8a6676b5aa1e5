import type { FactoryContext } from './factory-context.ts';
import { InvitationFactory } from './invitation-factory.ts';
import { MembershipFactory } from './membership-factory.ts';
import { OrganizationFactory } from './organization-factory.ts';
import { UserFactory } from './user-factory.ts';

export interface IdentityFactories {
  readonly organization: OrganizationFactory;
  readonly user: UserFactory;
  readonly membership: MembershipFactory;
  readonly invitation: InvitationFactory;
}

/** The component's factories, bound to a test's entity manager. */
export function identityFactories(context: FactoryContext): IdentityFactories {
  return {
    organization: new OrganizationFactory(context),
    user: new UserFactory(context),
    membership: new MembershipFactory(context),
    invitation: new InvitationFactory(context),
  };
}
