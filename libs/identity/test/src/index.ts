export { actorOf, sessionOf } from './actor-of.ts';
export { codeMailedTo } from './code-mailed-to.ts';
export {
  identityFactories,
  identityFactoryClasses,
  type IdentityFactories,
} from './factories/generated/identity-factories.ts';
export { InvitationFactory } from './factories/invitation-factory.ts';
export { MailedCodeFactory } from './factories/mailed-code-factory.ts';
export { MembershipFactory } from './factories/membership-factory.ts';
export { OrganizationFactory } from './factories/organization-factory.ts';
export { SessionFactory } from './factories/session-factory.ts';
export { tenancy } from './factories/tenancy.ts';
export { factoryPassword, UserFactory } from './factories/user-factory.ts';
export { identityContent } from './identity-content.ts';
export type { OrganizationEntity } from '@acme/identity';
