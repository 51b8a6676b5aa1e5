import { createIdentity, type Identity } from '@acme/identity';
import { TenantTransactions } from '@acme/platform';
import { InvalidCredentialsError, type Mail, type Mailer, type User } from '@acme/identity-contract';
import type { Actor, Role } from '@acme/platform-contract';
import type { EntityManager } from '@mikro-orm/postgresql';
import { components } from '../components/components.ts';
import { demoPassword, type DemoTenant, type DemoUser } from './demo-tenants.ts';

/** Creates the missing parts of the demo tenants, with the same services that users reach. Changes nothing else. */
export async function seedDemo(em: EntityManager, demoTenants: readonly DemoTenant[]): Promise<void> {
  const tenants = new TenantTransactions(em);
  const mailbox = new Mailbox();
  const identity = createIdentity({ tenants, mailer: mailbox });
  for (const demoTenant of demoTenants) {
    const owner = await seedTenant(identity, mailbox, demoTenant);
    for (const { seed } of components) if (owner) await seed?.(tenants, owner);
  }
}

async function seedTenant(
  identity: Identity,
  mailbox: Mailbox,
  tenant: DemoTenant,
): Promise<Actor | undefined> {
  const owner = await account(identity, mailbox, tenant.owner);
  if (!owner) return undefined;
  const own = await identity.organizations.listFor(owner.id);
  const { id: organizationId } =
    own.find(({ slug }) => slug === tenant.slug) ??
    (await identity.organizations.createOrganization(owner.id, { name: tenant.name, slug: tenant.slug }));
  for (const other of tenant.others) {
    const user = await account(identity, mailbox, other);
    if (!user) continue;
    const belongs = (await identity.organizations.listFor(user.id)).some(({ id }) => id === organizationId);
    if (!belongs) await join(identity, mailbox, { owner, organizationId, user, role: other.role });
  }
  return { userId: owner.id, organizationId, role: 'owner' };
}

/** @returns undefined if a user has changed the password: then the account no longer belongs to the demo */
async function account(
  identity: Identity,
  mailbox: Mailbox,
  { email, name }: DemoUser,
): Promise<User | undefined> {
  await identity.accounts.register({ email, name });
  const code = mailbox.take(email);
  if (code !== undefined) return identity.accounts.choosePassword({ code, password: demoPassword });
  const session = await identity.sessions.open({ email, password: demoPassword }).catch(ignoreWrongPassword);
  return session?.user;
}

function ignoreWrongPassword(error: unknown): undefined {
  if (!(error instanceof InvalidCredentialsError)) throw error;
}

interface NewMember {
  readonly owner: User;
  readonly organizationId: string;
  readonly user: User;
  readonly role: Role;
}

async function join(identity: Identity, mailbox: Mailbox, { owner, organizationId, user, role }: NewMember) {
  const actor = { userId: owner.id, organizationId, role: 'owner' } as const;
  await identity.invitations.invite(actor, { email: user.email, role });
  await identity.invitations.accept(
    { id: user.id, userId: user.id },
    { code: mailbox.take(user.email) ?? '' },
  );
}

/** Stores codes instead of mailing them. */
class Mailbox implements Mailer {
  readonly #codes = new Map<string, string | undefined>();

  async send({ to, code }: Mail): Promise<void> {
    this.#codes.set(to, code);
  }

  take(address: string): string | undefined {
    const code = this.#codes.get(address);
    this.#codes.delete(address);
    return code;
  }
}
