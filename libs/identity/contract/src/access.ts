import type { Actor } from './actor.ts';
import type { Role } from './role.ts';
import type { Session } from './session.ts';

/** Who may act in an organization, asked anew for each request. */
export interface Access {
  /**
   * @param needed - the weakest role that will do
   * @returns the session's user as an actor in the organization
   * @throws {@link OrganizationNotFoundError} when there is no such organization or the user is not a member of it
   * @throws {@link RoleTooWeakError} when the user is a member with a weaker role
   * @tenantScoped
   */
  enter(session: Session, organizationId: string, needed: Role): Promise<Actor>;
}
