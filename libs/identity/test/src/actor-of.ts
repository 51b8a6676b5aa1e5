import type { MembershipEntity } from '@acme/identity';
import type { Actor, Session } from '@acme/platform-contract';

export function actorOf({ user, organization, role }: MembershipEntity): Actor {
  return { userId: user.id, organizationId: organization.id, role };
}

/** A session of the membership's user that was never opened: enough for services, which trust the session given. */
export function sessionOf({ user }: MembershipEntity): Session {
  return { id: crypto.randomUUID(), userId: user.id };
}
