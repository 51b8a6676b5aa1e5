// Made by `nx g factory identity`, and made again when entities come or go.
import { bindFactories, type FactoriesOf, type FactoryContext } from '@vouch/testing/factories';
import { InvitationFactory } from '../invitation-factory.ts';
import { MailedCodeFactory } from '../mailed-code-factory.ts';
import { MembershipFactory } from '../membership-factory.ts';
import { OrganizationFactory } from '../organization-factory.ts';
import { SessionFactory } from '../session-factory.ts';
import { tenancy } from '../tenancy.ts';
import { UserFactory } from '../user-factory.ts';

export const identityFactoryClasses = {
  invitation: InvitationFactory,
  mailedCode: MailedCodeFactory,
  membership: MembershipFactory,
  organization: OrganizationFactory,
  session: SessionFactory,
  user: UserFactory,
};

export type IdentityFactories = FactoriesOf<typeof identityFactoryClasses>;

/** The factories of identity, bound to a test's entity manager. */
export function identityFactories(context: FactoryContext): IdentityFactories {
  const bound = { tenancy, ...context };
  return bindFactories(identityFactoryClasses, bound);
}
