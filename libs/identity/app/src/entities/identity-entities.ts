import { InvitationEntity } from './invitation.ts';
import { MailedCodeEntity } from './mailed-code.ts';
import { MembershipEntity } from './membership.ts';
import { OrganizationEntity } from './organization.ts';
import { SessionEntity } from './session.ts';
import { UserEntity } from './user.ts';

export const identityEntities = [
  OrganizationEntity,
  UserEntity,
  MembershipEntity,
  InvitationEntity,
  SessionEntity,
  MailedCodeEntity,
];
