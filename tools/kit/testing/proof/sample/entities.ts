import { defineEntity, p } from '@mikro-orm/postgresql';

/** The entities on which the kit proves its own database fixtures: the tenant graph, and an entity that a tenant owns. */
export const Organization = defineEntity({
  name: 'Organization',
  properties: { id: p.uuid().primary(), name: p.string() },
});

export const User = defineEntity({
  name: 'User',
  tableName: 'users',
  properties: { id: p.uuid().primary(), email: p.string().unique() },
});

export const Membership = defineEntity({
  name: 'Membership',
  properties: {
    id: p.uuid().primary(),
    organization: () => p.manyToOne(Organization),
    user: () => p.manyToOne(User),
    role: p.string(),
  },
});

export const Note = defineEntity({
  name: 'Note',
  properties: { id: p.uuid().primary(), organization: () => p.manyToOne(Organization), text: p.string() },
});

export const Plan = defineEntity({ name: 'Plan', properties: { code: p.string().primary() } });

export const sampleEntities = [Organization, User, Membership, Note, Plan] as const;
