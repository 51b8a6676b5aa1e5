export type { Access } from './access.ts';
export {
  type Accounts,
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
} from './accounts.ts';
export {
  AlreadyMemberError,
  InvalidCodeError,
  InvalidCredentialsError,
  InvitationNotFoundError,
  LastOwnerError,
  MemberNotFoundError,
  OrganizationNotFoundError,
  RoleTooWeakError,
  SlugTakenError,
  UnauthenticatedError,
} from './errors.ts';
export {
  type AcceptedInvitation,
  AcceptedInvitationSchema,
  type Invitation,
  InvitationCodeSchema,
  InvitationSchema,
  type Invitations,
  type NewInvitation,
  NewInvitationSchema,
} from './invitations.ts';
export type { Mail, Mailer } from './mailer.ts';
export { type Member, type Members, MemberSchema, type RoleChange, RoleChangeSchema } from './members.ts';
export {
  type NewOrganization,
  NewOrganizationSchema,
  type Organization,
  type Organizations,
  OrganizationSchema,
  type OwnOrganization,
  OwnOrganizationSchema,
} from './organizations.ts';
export {
  type Credentials,
  CredentialsSchema,
  type OpenedSession,
  OpenedSessionSchema,
  type Sessions,
} from './sessions.ts';
