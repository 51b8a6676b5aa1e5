import { OrganizationNotFoundError, SlugTakenError } from '@acme/identity-contract';
import { describe } from 'vitest';
import { actorOf } from '../actor-of.ts';
import { expect, test } from '../fixtures.ts';

describe('Organizations.createOrganization', () => {
  test(
    'resolves with the new organization',
    { meta: { promise: 'Organizations.createOrganization#returns', revision: 'e804d1b8' } },
    async ({ identity, factories }) => {
      const founder = await factories.user.create();
      const { name, slug } = factories.organization.attributes();
      const organization = await identity.organizations.createOrganization(founder.id, { name, slug });
      expect(organization).toMatchObject({ name, slug });
    },
  );

  test(
    'makes the founder its owner',
    { meta: { promise: 'Organizations.createOrganization#remarks', revision: '937b8480' } },
    async ({ identity, factories }) => {
      const founder = await factories.user.create();
      const organization = await identity.organizations.createOrganization(
        founder.id,
        factories.organization.attributes(),
      );
      await expect(identity.organizations.listFor(founder.id)).resolves.toEqual([
        { ...organization, role: 'owner' },
      ]);
    },
  );

  test(
    'rejects with SlugTakenError when another organization has the slug',
    { meta: { promise: 'Organizations.createOrganization#throws:SlugTakenError', revision: '234729f6' } },
    async ({ identity, factories }) => {
      const founder = await factories.user.create();
      const { slug } = await factories.organization.create();
      const founding = identity.organizations.createOrganization(founder.id, { name: 'Second', slug });
      await expect(founding).rejects.toThrow(new SlugTakenError(slug));
    },
  );

  test(
    'leaves nothing behind when it fails',
    { meta: { promise: 'Organizations.createOrganization#remarks:2', revision: '6b18aef0' } },
    async ({ identity, factories, admin }) => {
      const founder = await factories.user.create();
      const { slug } = await factories.organization.create();
      await identity.organizations
        .createOrganization(founder.id, { name: 'Second', slug })
        .catch(() => undefined);
      expect(await admin.query('select from memberships where user_id = $1', [founder.id])).toEqual([]);
    },
  );
});

describe('Organizations.listFor', () => {
  test(
    'resolves with the organizations of the user by name, each with the role in it',
    { meta: { promise: 'Organizations.listFor#returns', revision: 'faa662aa' } },
    async ({ identity, factories }) => {
      const user = await factories.user.create();
      const [beech, ash] = await factories.organization.cycle('name', ['Beech', 'Ash']).createList(2);
      await factories.membership.for(beech!).viewer().associations({ user }).create();
      await factories.membership.for(ash!).owner().associations({ user }).create();
      await factories.membership.create();
      const list = await identity.organizations.listFor(user.id);
      expect(list.map(({ name, role }) => [name, role])).toEqual([
        ['Ash', 'owner'],
        ['Beech', 'viewer'],
      ]);
    },
  );

  test(
    'resolves with an empty list for a user who belongs to none',
    { meta: { promise: 'Organizations.listFor#remarks', revision: '6dbf5348' } },
    async ({ identity, factories }) => {
      const user = await factories.user.create();
      await expect(identity.organizations.listFor(user.id)).resolves.toEqual([]);
    },
  );
});

describe('Organizations.get', () => {
  test(
    'resolves with the organization of the actor',
    { meta: { promise: 'Organizations.get#returns', revision: '2edb1042' } },
    async ({ identity, factories }) => {
      const [membership] = await factories.membership.apart().createList(2);
      const { id, name } = membership!.organization;
      await expect(identity.organizations.get(actorOf(membership!))).resolves.toMatchObject({ id, name });
    },
  );

  test(
    'rejects with OrganizationNotFoundError when it no longer exists',
    { meta: { promise: 'Organizations.get#throws:OrganizationNotFoundError', revision: 'b6789e00' } },
    async ({ identity, factories }) => {
      const actor = { ...actorOf(await factories.membership.create()), organizationId: crypto.randomUUID() };
      await expect(identity.organizations.get(actor)).rejects.toThrow(OrganizationNotFoundError);
    },
  );
});
