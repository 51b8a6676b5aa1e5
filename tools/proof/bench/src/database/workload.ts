import { randomUUID } from 'node:crypto';
import { Migration } from '@mikro-orm/migrations';
import { defineEntity, type EntityManager, p } from '@mikro-orm/postgresql';
import { Factory } from 'fishery';

// The work of each test: the smallest piece with the shape of a real one.

const Organization = defineEntity({
  name: 'Organization',
  properties: { id: p.uuid().primary(), name: p.string(), slug: p.string() },
});

const User = defineEntity({
  name: 'User',
  tableName: 'users',
  properties: { id: p.uuid().primary(), email: p.string(), name: p.string() },
});

const Membership = defineEntity({
  name: 'Membership',
  properties: {
    id: p.uuid().primary(),
    organization: () => p.manyToOne(Organization),
    user: () => p.manyToOne(User),
    role: p.string(),
  },
});

export const entities = [Organization, User, Membership];

class Create extends Migration {
  override up(): void {
    this.addSql(`
      create table organization (id uuid primary key, name text not null, slug text not null unique);
      create table users (id uuid primary key, email text not null unique, name text not null);
      create table membership (id uuid primary key, organization_id uuid not null references organization,
        user_id uuid not null references users, role text not null, unique (organization_id, user_id))`);
  }
}

export const migrations = [{ name: 'create', class: Create }];

const organizations = Factory.define<{ id: string; name: string; slug: string }>(({ sequence }) => {
  const id = randomUUID();
  return { id, name: `Organization ${sequence}`, slug: `organization-${id}` };
});

const users = Factory.define<{ id: string; email: string; name: string }>(({ sequence }) => {
  const id = randomUUID();
  return { id, email: `${id}@example.test`, name: `User ${sequence}` };
});

/** Creates a user, an organization and a membership with factories, and reads them back joined. */
export async function work(em: EntityManager): Promise<number> {
  const organization = em.create(Organization, organizations.build());
  const user = em.create(User, users.build());
  em.create(Membership, { id: randomUUID(), organization, user, role: 'owner' });
  await em.flush();
  em.clear();
  const found = await em.find(Membership, { user: user.id }, { populate: ['user', 'organization'] });
  return found.length;
}
