import { PublicError } from '@acme/platform-contract';

export class InvalidCredentialsError extends PublicError {
  readonly kind = 'unauthenticated';
  readonly code = 'invalid-credentials';
  readonly fix = 'Check the email address and the password, or request a new password.';

  constructor() {
    super('The email address or the password is wrong.');
  }
}

export class UnauthenticatedError extends PublicError {
  readonly kind = 'unauthenticated';
  readonly code = 'unauthenticated';
  readonly fix = 'Log in with POST /sessions, then send the token as "Authorization: Bearer <token>".';

  constructor() {
    super('This needs a valid session, and the request has none.');
  }
}

export class InvalidCodeError extends PublicError {
  readonly kind = 'invalid';
  readonly code = 'invalid-code';
  readonly fix = 'It may have been used, replaced or expired: request a new one.';

  constructor() {
    super('The code from the mail is not valid.');
  }
}

export class RoleTooWeakError extends PublicError {
  readonly kind = 'forbidden';
  readonly code = 'role-too-weak';
  readonly fix = 'Ask an owner or an admin of the organization.';

  constructor(needed: string) {
    super(`This needs the role ${needed} or a stronger one.`);
  }
}

export class OrganizationNotFoundError extends PublicError {
  readonly kind = 'not-found';
  readonly code = 'organization-not-found';
  readonly fix = 'GET /organizations lists the organizations that you belong to.';

  constructor() {
    super('There is no such organization, or you are not a member of it.');
  }
}

export class MemberNotFoundError extends PublicError {
  readonly kind = 'not-found';
  readonly code = 'member-not-found';
  readonly fix = 'GET /organizations/{organizationId}/members lists the members.';

  constructor() {
    super('The organization has no such member.');
  }
}

export class SlugTakenError extends PublicError {
  readonly kind = 'conflict';
  readonly code = 'slug-taken';
  readonly fix = 'Choose another slug.';

  constructor(slug: string) {
    super(`The slug "${slug}" is taken.`);
  }
}

export class LastOwnerError extends PublicError {
  readonly kind = 'conflict';
  readonly code = 'last-owner';
  readonly fix = 'Make someone else an owner first.';

  constructor() {
    super('An organization keeps at least one owner.');
  }
}

export class AlreadyMemberError extends PublicError {
  readonly kind = 'conflict';
  readonly code = 'already-member';
  readonly fix = 'Change the role of the member instead.';

  constructor(email: string) {
    super(`${email} belongs to a member already.`);
  }
}

export class InvitationNotFoundError extends PublicError {
  readonly kind = 'not-found';
  readonly code = 'invitation-not-found';
  readonly fix = 'GET /organizations/{organizationId}/invitations lists the open invitations.';

  constructor() {
    super('The organization has no such invitation.');
  }
}
