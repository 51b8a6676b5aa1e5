import Type, { type Static } from 'typebox';
import { Id, lineOfText, Timestamp } from './fields.ts';
import { RoleSchema } from './role.ts';

const closed = { additionalProperties: false };
const Name = lineOfText(100, 'Kestrel Labs');
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

/** An organization as one of its members sees it in a list. */
export const OwnOrganizationSchema = Type.Object(
  { id: Id, name: Name, slug: Slug, createdAt: Timestamp, role: RoleSchema },
  { ...closed, title: 'OwnOrganization' },
);
export type OwnOrganization = Static<typeof OwnOrganizationSchema>;
