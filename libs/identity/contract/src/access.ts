import type { Actor, Role } from '@acme/platform-contract';

/** Authorization of requests in an organization. */
export interface Access {
  /**
   * @param token - the token of a session
   * @param needed - the weakest role that is sufficient
   * @returns the session's user as an actor in the organization
   * @throws {@link UnauthenticatedError} when the token is malformed, unknown, closed or expired
   * @throws {@link OrganizationNotFoundError} when the organization does not exist or the user is not a member of it
   * @throws {@link RoleTooWeakError} when the user is a member with a weaker role
   * @tenantScoped
   */
  authorize(token: string, organizationId: string, needed: Role): Promise<Actor>;
}
