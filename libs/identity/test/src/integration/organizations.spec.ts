import { createIdentity, type Identity, MembershipEntity } from '@acme/identity';
import { OrganizationNotFoundError, SlugTakenError } from '@acme/identity-contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type IdentityFactories, identityFactories } from '../factories/identity-factories.ts';
import { RecordingMailer } from '../fakes/recording-mailer.ts';
import { type IdentityDatabase, identityDatabase } from '../identity-database.ts';

let database: IdentityDatabase;
let identity: Identity;
let factories: IdentityFactories;

beforeAll(async () => {
  for (const variable of ['MIKRO_ORM_COLORS', 'VOUCH_TEST_SERVER'])
    vi.stubEnv(variable, process.env[variable]);
  database = await identityDatabase();
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  vi.unstubAllEnvs();
});
beforeEach(() => {
  const em = database.orm.em.fork();
  identity = createIdentity({ em, mailer: new RecordingMailer() });
  factories = identityFactories({ em });
});

describe('Organizations.found', () => {
  it('makes the founder its owner', async () => {
    const founder = await factories.user.create();
    const organization = await identity.organizations.found(founder.id, factories.organization.attributes());
    await expect(identity.organizations.listFor(founder.id)).resolves.toEqual([
      { ...organization, role: 'owner' },
    ]);
  });

  it('rejects with SlugTakenError when another organization has the slug, and leaves nothing behind', async () => {
    const founder = await factories.user.create();
    const { slug } = await factories.organization.create();
    const founding = identity.organizations.found(founder.id, { name: 'Second', slug });
    await expect(founding).rejects.toThrow(new SlugTakenError(slug));
    expect(await database.admin.em.fork().count(MembershipEntity, { user: founder.id })).toBe(0);
  });
});

describe('Organizations.get', () => {
  it('does not show an organization to an actor of another one', async () => {
    const [own, other] = await factories.membership.owner().createList(2);
    const actor = { userId: own!.user.id, organizationId: own!.organization.id, role: 'owner' } as const;
    await expect(identity.organizations.get(actor)).resolves.toMatchObject({ id: own!.organization.id });
    const gone = { ...actor, organizationId: crypto.randomUUID() };
    await expect(identity.organizations.get(gone)).rejects.toThrow(OrganizationNotFoundError);
    const members = await identity.members.list(actor);
    expect(members.map(({ userId }) => userId)).not.toContain(other!.user.id);
  });
});
