export type { Access } from './access.ts';
export type { Accounts } from './accounts.ts';
export type { Actor, RoutePolicy } from './actor.ts';
export {
  InvalidCredentialsError,
  AlreadyMemberError,
  InvalidCodeError,
  InvitationNotFoundError,
  LastOwnerError,
  MemberNotFoundError,
  OrganizationNotFoundError,
  RoleTooWeakError,
  SlugTakenError,
  UnauthenticatedError,
} from './errors.ts';
export { Id, lineOfText, Secret, Timestamp } from './fields.ts';
export { type CallerError, type CallerErrorClass, type ErrorKind, IdentityError } from './identity-error.ts';
export {
  type AcceptedInvitation,
  AcceptedInvitationSchema,
  type Invitation,
  InvitationCodeSchema,
  InvitationSchema,
  type NewInvitation,
  NewInvitationSchema,
} from './invitation.ts';
export type { Invitations } from './invitations.ts';
export type { Mail, Mailer } from './mailer.ts';
export { type Member, MemberSchema, type RoleChange, RoleChangeSchema } from './member.ts';
export type { Members } from './members.ts';
export {
  type NewOrganization,
  NewOrganizationSchema,
  type Organization,
  OrganizationSchema,
  type OwnOrganization,
  OwnOrganizationSchema,
} from './organization.ts';
export type { Organizations } from './organizations.ts';
export { isAtLeast, type Role, roles, RoleSchema } from './role.ts';
export {
  type Credentials,
  CredentialsSchema,
  type OpenedSession,
  OpenedSessionSchema,
  type Session,
} from './session.ts';
export type { Sessions } from './sessions.ts';
export { type EntityDeclaration, tenantFilter, tenantOwned } from './tenant-owned.ts';
export type { Tenants, TenantScope } from './tenants.ts';
export {
  type ChosenPassword,
  ChosenPasswordSchema,
  type NewPasswordRequest,
  NewPasswordRequestSchema,
  type PasswordChange,
  PasswordChangeSchema,
  type Registration,
  RegistrationSchema,
  type User,
  UserSchema,
} from './user.ts';
