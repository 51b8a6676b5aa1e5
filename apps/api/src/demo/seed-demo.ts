import { createIdentity, type Identity } from '@acme/identity';
import {
  InvalidCredentialsError,
  type Mail,
  type Mailer,
  type Role,
  type User,
} from '@acme/identity-contract';
import type { EntityManager } from '@mikro-orm/postgresql';
import { components } from '../components/components.ts';
import { demoPassword, type DemoTenant, type DemoUser } from './demo-tenants.ts';

/**
 * Makes the demo tenants by the same services that users reach. What is there already stays as it is, so that
 * seeding again, or after an interruption, adds what is missing and nothing else.
 */
export async function seedDemo(em: EntityManager, tenants: readonly DemoTenant[]): Promise<void> {
  const mailbox = new Mailbox();
  const identity = createIdentity({ em, mailer: mailbox });
  for (const tenant of tenants) await seedTenant(identity, mailbox, tenant);
}

async function seedTenant(identity: Identity, mailbox: Mailbox, tenant: DemoTenant): Promise<void> {
  const owner = await account(identity, mailbox, tenant.owner);
  if (!owner) return;
  const own = await identity.organizations.listFor(owner.id);
  const { id: organizationId } =
    own.find(({ slug }) => slug === tenant.slug) ??
    (await identity.organizations.found(owner.id, { name: tenant.name, slug: tenant.slug }));
  for (const { seed } of components) {
    await seed?.(identity, { userId: owner.id, organizationId, role: 'owner' });
  }
  for (const other of tenant.others) {
    const user = await account(identity, mailbox, other);
    if (!user) continue;
    const belongs = (await identity.organizations.listFor(user.id)).some(({ id }) => id === organizationId);
    if (!belongs) await join(identity, mailbox, { owner, organizationId, user, role: other.role });
  }
}

/** @returns nothing when someone has changed the password: then the account is no longer the demo's */
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

interface Joining {
  readonly owner: User;
  readonly organizationId: string;
  readonly user: User;
  readonly role: Role;
}

async function join(identity: Identity, mailbox: Mailbox, { owner, organizationId, user, role }: Joining) {
  const actor = { userId: owner.id, organizationId, role: 'owner' } as const;
  await identity.invitations.invite(actor, { email: user.email, role });
  await identity.invitations.accept(
    { id: user.id, userId: user.id },
    { code: mailbox.take(user.email) ?? '' },
  );
}

/** Keeps what would have been mailed. */
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
