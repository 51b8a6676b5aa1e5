import {
  LastOwnerError,
  MemberNotFoundError,
  OrganizationNotFoundError,
  RoleTooWeakError,
} from '@acme/identity-contract';
import { describe } from 'vitest';
import { actorOf } from '../actor-of.ts';
import { identityFactories } from '../factories/generated/identity-factories.ts';
import { factoryPassword as password } from '../factories/user-factory.ts';
import { expect, identityOn, test } from '../fixtures.ts';

describe('Members.list', () => {
  test(
    'resolves with all members of the organization by name, and no other user',
    { meta: { promise: 'Members.list#returns', revision: 'a76a2177' } },
    async ({ identity, factories }) => {
      const organization = await factories.organization.create();
      const [zoe, abe] = await factories.user.cycle('name', ['Zoe', 'Abe']).createList(2);
      const owner = await factories.membership
        .for(organization)
        .owner()
        .associations({ user: zoe! })
        .create();
      await factories.membership.for(organization).associations({ user: abe! }).create();
      await factories.membership.create();
      const members = await identity.members.list(actorOf(owner));
      expect(members.map(({ name, role }) => [name, role])).toEqual([
        ['Abe', 'member'],
        ['Zoe', 'owner'],
      ]);
    },
  );
});

describe('Members.changeRole', () => {
  test(
    'resolves with the member in the new role',
    { meta: { promise: 'Members.changeRole#returns', revision: '6a0459a0' } },
    async ({ identity, factories }) => {
      const owner = await factories.membership.owner().create();
      const member = await factories.membership.for(owner.organization).create();
      const changed = await identity.members.changeRole(actorOf(owner), member.user.id, 'admin');
      expect(changed).toMatchObject({ userId: member.user.id, role: 'admin' });
      expect(await identity.members.list(actorOf(owner))).toContainEqual(changed);
    },
  );

  test(
    'rejects with MemberNotFoundError when the user is a member of another organization only',
    { meta: { promise: 'Members.changeRole#throws:MemberNotFoundError', revision: '4d3747a6' } },
    async ({ identity, factories }) => {
      const [owner, otherTenant] = await factories.membership.owner().apart().createList(2);
      const change = identity.members.changeRole(actorOf(owner!), otherTenant!.user.id, 'viewer');
      await expect(change).rejects.toThrow(MemberNotFoundError);
      const others = await identity.members.list(actorOf(otherTenant!));
      expect(others).toMatchObject([{ role: 'owner' }]);
    },
  );

  test.for([
    { actor: 'member', of: 'viewer', to: 'viewer' },
    { actor: 'admin', of: 'member', to: 'owner' },
    { actor: 'admin', of: 'owner', to: 'member' },
  ] as const)(
    'rejects with RoleTooWeakError when $actor makes $of $to',
    { meta: { promise: 'Members.changeRole#throws:RoleTooWeakError', revision: 'd4087df5' } },
    async ({ actor, of, to }, { identity, factories }) => {
      const organization = await factories.organization.create();
      const [strong, target] = await factories.membership
        .for(organization)
        .cycle('role', [actor, of])
        .createList(2);
      const change = identity.members.changeRole(actorOf(strong!), target!.user.id, to);
      await expect(change).rejects.toThrow(RoleTooWeakError);
    },
  );

  test(
    'rejects with LastOwnerError when the only owner would lose the role',
    { meta: { promise: 'Members.changeRole#throws:LastOwnerError', revision: '989f9ae5' } },
    async ({ identity, factories }) => {
      const owner = await factories.membership.owner().create();
      const stepDown = identity.members.changeRole(actorOf(owner), owner.user.id, 'admin');
      await expect(stepDown).rejects.toThrow(LastOwnerError);
    },
  );
});

describe('Members.remove', () => {
  test(
    'takes the access away from the next request on',
    { meta: { promise: 'Members.remove#remarks', revision: '470421ea' } },
    async ({ identity, factories }) => {
      const owner = await factories.membership.owner().create();
      const user = await factories.user.withPassword().create();
      await factories.membership.for(owner.organization).associations({ user }).create();
      const { token } = await identity.sessions.open({ email: user.email, password });
      const enter = () => identity.access.authorize(token, owner.organization.id, 'viewer');
      await expect(enter()).resolves.toMatchObject({ role: 'member' });
      await identity.members.remove(actorOf(owner), user.id);
      await expect(enter()).rejects.toThrow(OrganizationNotFoundError);
    },
  );

  test(
    'rejects with MemberNotFoundError when the user is a member of another organization only',
    { meta: { promise: 'Members.remove#throws:MemberNotFoundError', revision: '7ea0294f' } },
    async ({ identity, factories }) => {
      const [owner, otherTenant] = await factories.membership.owner().apart().createList(2);
      const removal = identity.members.remove(actorOf(owner!), otherTenant!.user.id);
      await expect(removal).rejects.toThrow(MemberNotFoundError);
    },
  );

  test(
    'rejects with RoleTooWeakError when a member removes another, but lets them leave',
    { meta: { promise: 'Members.remove#throws:RoleTooWeakError', revision: '8a032c87' } },
    async ({ identity, factories }) => {
      const organization = await factories.organization.create();
      const [one, two] = await factories.membership.for(organization).createList(2);
      await expect(identity.members.remove(actorOf(one!), two!.user.id)).rejects.toThrow(RoleTooWeakError);
      await identity.members.remove(actorOf(one!), one!.user.id);
      const left = await identity.members.list(actorOf(two!));
      expect(left.map(({ userId }) => userId)).toEqual([two!.user.id]);
    },
  );

  test(
    'rejects with LastOwnerError when the only owner would go',
    { meta: { promise: 'Members.remove#throws:LastOwnerError', revision: 'f50aafde' } },
    async ({ identity, factories }) => {
      const owner = await factories.membership.owner().create();
      await expect(identity.members.remove(actorOf(owner), owner.user.id)).rejects.toThrow(LastOwnerError);
    },
  );
});

describe('Members', () => {
  test(
    'keeps an owner when both owners step down at once',
    { meta: { promise: 'Members#invariant', revision: '27f82c35' } },
    async ({ committedDb: { em } }) => {
      const [identity, factories] = [identityOn(em), identityFactories({ em })];
      for (let round = 0; round < 5; round += 1) {
        const organization = await factories.organization.create();
        const owners = await factories.membership.for(organization).owner().createList(2);
        const stepDowns = owners.map((owner) => identity.members.remove(actorOf(owner), owner.user.id));
        const results = await Promise.allSettled(stepDowns);
        expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      }
    },
  );
});
