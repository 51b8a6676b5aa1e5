import { InvitationNotFoundError, MemberNotFoundError } from '@acme/identity-contract';
import { describe } from 'vitest';
import { actorOf } from '../actor-of.ts';
import { expect, type IdentityFixtures, test } from '../fixtures.ts';

/** The owners of two organizations, with a member in each. */
async function twoTenants({ factories }: Pick<IdentityFixtures, 'factories'>) {
  const [own, other] = await factories.membership.owner().apart().createList(2);
  const member = await factories.membership.for(own!.organization).create();
  return { owner: actorOf(own!), otherTenant: actorOf(other!), memberId: member.user.id };
}

describe('an invitation', () => {
  test(
    'is not there for another organization',
    { meta: { promise: 'Invitations.invite#tenant:create', revision: '4b202b1b' } },
    async ({ identity, factories }) => {
      const { owner, otherTenant } = await twoTenants({ factories });
      const { email } = factories.user.attributes();
      await identity.invitations.invite(owner, { email, role: 'viewer' });
      await identity.invitations.invite(otherTenant, { email, role: 'admin' });
      await expect(identity.invitations.list(owner)).resolves.toMatchObject([{ email, role: 'viewer' }]);
      await expect(identity.invitations.list(otherTenant)).resolves.toMatchObject([{ email, role: 'admin' }]);
    },
  );

  test(
    'is not listed in another organization',
    { meta: { promise: 'Invitations.list#tenant:list', revision: 'f886c31d' } },
    async ({ identity, factories }) => {
      const { owner, otherTenant } = await twoTenants({ factories });
      await identity.invitations.invite(owner, { email: factories.user.attributes().email, role: 'viewer' });
      await expect(identity.invitations.list(otherTenant)).resolves.toEqual([]);
    },
  );

  test(
    'cannot be revoked by another organization',
    { meta: { promise: 'Invitations.revoke#tenant:change', revision: '420305b3' } },
    async ({ identity, factories }) => {
      const { owner, otherTenant } = await twoTenants({ factories });
      const { email } = factories.user.attributes();
      const invitation = await identity.invitations.invite(owner, { email, role: 'viewer' });
      const revocation = identity.invitations.revoke(otherTenant, invitation.id);
      await expect(revocation).rejects.toThrow(InvitationNotFoundError);
      await expect(identity.invitations.list(owner)).resolves.toEqual([invitation]);
    },
  );
});

describe('a member', () => {
  test(
    'is not listed in another organization',
    { meta: { promise: 'Members.list#tenant:list', revision: '93e48e05' } },
    async ({ identity, factories }) => {
      const { owner, otherTenant } = await twoTenants({ factories });
      const listed = await identity.members.list(otherTenant);
      expect(listed.map(({ userId }) => userId)).toEqual([otherTenant.userId]);
      await expect(identity.members.list(owner)).resolves.toHaveLength(2);
    },
  );

  test(
    'gets no other role from another organization',
    { meta: { promise: 'Members.changeRole#tenant:change', revision: '58a754d3' } },
    async ({ identity, factories }) => {
      const { owner, otherTenant, memberId } = await twoTenants({ factories });
      const before = await identity.members.list(owner);
      const change = identity.members.changeRole(otherTenant, memberId, 'owner');
      await expect(change).rejects.toThrow(MemberNotFoundError);
      await expect(identity.members.list(owner)).resolves.toEqual(before);
    },
  );

  test(
    'is not removed by another organization, also where both have the same user',
    { meta: { promise: 'Members.remove#tenant:change', revision: '9ab14391' } },
    async ({ identity, factories }) => {
      const { owner, otherTenant, memberId } = await twoTenants({ factories });
      await expect(identity.members.remove(otherTenant, memberId)).rejects.toThrow(MemberNotFoundError);
      const both = await factories.user.create();
      const { organization } = await factories.membership.owner().associations({ user: both }).create();
      const other = await factories.membership.owner().associations({ user: both }).create();
      await factories.membership.for(other.organization).owner().create();
      await identity.members.remove(actorOf(other), both.id);
      const left = await identity.organizations.listFor(both.id);
      expect(left.map(({ id }) => id)).toEqual([organization.id]);
      await expect(identity.members.list(owner)).resolves.toHaveLength(2);
    },
  );
});

describe('an organization', () => {
  test(
    'is not got by another one',
    { meta: { promise: 'Organizations.get#tenant:read', revision: '433faf61' } },
    async ({ identity, factories }) => {
      const { owner, otherTenant } = await twoTenants({ factories });
      const [own, other] = [
        await identity.organizations.get(owner),
        await identity.organizations.get(otherTenant),
      ];
      expect([own.id, other.id]).toEqual([owner.organizationId, otherTenant.organizationId]);
    },
  );
});
