import { type Actor, Id, RoleSchema, singleLineText, Timestamp } from '@acme/platform-contract';
import Type, { type Static } from 'typebox';

const closed = { additionalProperties: false };
const Name = singleLineText(100, 'Kestrel Labs');
const Slug = Type.String({
  minLength: 2,
  maxLength: 50,
  pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
  examples: ['kestrel-labs'],
});

export const OrganizationSchema = Type.Object(
  { id: Id, name: Name, slug: Slug, createdAt: Timestamp },
  { ...closed, title: 'Organization' },
);
export type Organization = Static<typeof OrganizationSchema>;

export const NewOrganizationSchema = Type.Object({ name: Name, slug: Slug }, closed);
export type NewOrganization = Static<typeof NewOrganizationSchema>;

/** An organization with the user's role in it. */
export const OwnOrganizationSchema = Type.Object(
  { id: Id, name: Name, slug: Slug, createdAt: Timestamp, role: RoleSchema },
  { ...closed, title: 'OwnOrganization' },
);
export type OwnOrganization = Static<typeof OwnOrganizationSchema>;

/** Organizations are the tenants: each row with an owner belongs to one of them. */
export interface Organizations {
  /**
   * Creates an organization.
   *
   * @param ownerId - the user who becomes its owner
   * @param organization - its name (1..100 characters) and slug (2..50 characters of a-z, 0-9 and single hyphens)
   * @returns the new organization
   * @throws {@link SlugTakenError} when another organization has the slug
   * @remarks
   * - The user becomes its owner.
   * - When it fails, nothing is created.
   * @untested #derived:duplicate creating it twice rejects with SlugTakenError
   */
  createOrganization(ownerId: string, organization: NewOrganization): Promise<Organization>;

  /**
   * @returns the organizations that the user belongs to, by name, each with the user's role in it
   * @remarks
   * - The list is empty for a user without organizations.
   */
  listFor(userId: string): Promise<OwnOrganization[]>;

  /**
   * @returns the actor's organization
   * @throws {@link OrganizationNotFoundError} when it no longer exists
   * @tenantScoped
   */
  get(actor: Actor): Promise<Organization>;
}
