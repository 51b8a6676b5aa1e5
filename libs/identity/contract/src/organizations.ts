import type { Actor } from './actor.ts';
import type { NewOrganization, Organization, OwnOrganization } from './organization.ts';

/** Organizations are the tenants: everything that is owned is owned by one of them. */
export interface Organizations {
  /**
   * Founds an organization.
   *
   * @param founderId - the user who founds it
   * @param organization - its name (1..100 characters) and slug (2..50 characters of a-z, 0-9 and single hyphens)
   * @returns the new organization
   * @throws {@link SlugTakenError} when another organization has the slug
   * @remarks
   * - The founder becomes its owner.
   * - Nothing is left behind when it fails.
   */
  found(founderId: string, organization: NewOrganization): Promise<Organization>;

  /**
   * @returns the organizations that the user belongs to, by name, each with the user's role in it
   * @remarks
   * - A user who belongs to none gets an empty list.
   */
  listFor(userId: string): Promise<OwnOrganization[]>;

  /**
   * @returns the actor's organization
   * @throws {@link OrganizationNotFoundError} when it no longer exists
   * @tenantScoped
   */
  get(actor: Actor): Promise<Organization>;
}
