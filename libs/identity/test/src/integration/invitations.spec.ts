import {
  AlreadyMemberError,
  InvalidCodeError,
  InvitationNotFoundError,
  type Mail,
  RoleTooWeakError,
} from '@acme/identity-contract';
import { RecordingMailer } from '@vouch/testing';
import { describe } from 'vitest';
import { actorOf, sessionOf } from '../actor-of.ts';
import { codeMailedTo } from '../code-mailed-to.ts';
import { identityFactories } from '../factories/generated/identity-factories.ts';
import { expect, identityOn, test } from '../fixtures.ts';

describe('Invitations.invite', () => {
  test(
    'resolves with the invitation, and mails the code to the address alone',
    { meta: { promise: 'Invitations.invite#returns', revision: '00596ea4' } },
    async ({ identity, factories, mailer }) => {
      const admin = actorOf(await factories.membership.admin().create());
      const { email } = factories.user.attributes();
      const invitation = await identity.invitations.invite(admin, { email, role: 'member' });
      expect(invitation).toMatchObject({ email, role: 'member' });
      expect(JSON.stringify(invitation)).not.toContain(codeMailedTo(email, mailer).split('.')[1]);
      await expect(identity.invitations.list(admin)).resolves.toEqual([invitation]);
    },
  );

  // #region integration-test
  test(
    'rejects with RoleTooWeakError when the actor is no admin, or weaker than the role offered',
    { meta: { promise: 'Invitations.invite#throws:RoleTooWeakError', revision: '791f3bc9' } },
    async ({ identity, factories }) => {
      const organization = await factories.organization.create();
      const [member, admin] = await factories.membership
        .for(organization)
        .cycle('role', ['member', 'admin'])
        .createList(2);
      const { email } = factories.user.attributes();
      const byMember = identity.invitations.invite(actorOf(member!), { email, role: 'viewer' });
      await expect(byMember).rejects.toThrow(RoleTooWeakError);
      const toOwner = identity.invitations.invite(actorOf(admin!), { email, role: 'owner' });
      await expect(toOwner).rejects.toThrow(RoleTooWeakError);
    },
  );
  // #endregion integration-test

  test(
    'rejects with AlreadyMemberError when the address belongs to a member, of this organization',
    { meta: { promise: 'Invitations.invite#throws:AlreadyMemberError', revision: 'cdafc2ad' } },
    async ({ identity, factories }) => {
      const [owner, elsewhere] = await factories.membership.owner().apart().createList(2);
      const { email } = owner!.user;
      const again = identity.invitations.invite(actorOf(owner!), { email, role: 'viewer' });
      await expect(again).rejects.toThrow(AlreadyMemberError);
      await identity.invitations.invite(actorOf(owner!), { email: elsewhere!.user.email, role: 'viewer' });
    },
  );

  test(
    'replaces an earlier invitation of the same address, whose code is void',
    { meta: { promise: 'Invitations.invite#remarks', revision: '4f1ee50e' } },
    async ({ identity, factories, mailer }) => {
      const owner = actorOf(await factories.membership.owner().create());
      const user = await factories.user.create();
      await identity.invitations.invite(owner, { email: user.email, role: 'viewer' });
      const first = codeMailedTo(user.email, mailer);
      await identity.invitations.invite(owner, { email: user.email, role: 'admin' });
      const session = { id: crypto.randomUUID(), userId: user.id };
      await expect(identity.invitations.accept(session, { code: first })).rejects.toThrow(InvalidCodeError);
      await expect(identity.invitations.list(owner)).resolves.toMatchObject([{ role: 'admin' }]);
    },
  );

  test('leaves one invitation of an address that is invited twice at once', async ({
    committedDb: { em },
  }) => {
    const [identity, factories] = [identityOn(em), identityFactories({ em })];
    const owner = actorOf(await factories.membership.owner().create());
    const invitation = { email: 'ada@example.com', role: 'viewer' } as const;
    await Promise.all([1, 2, 3, 4].map(() => identity.invitations.invite(owner, invitation)));
    await expect(identity.invitations.list(owner)).resolves.toMatchObject([invitation]);
  });
});

describe('Invitations.list', () => {
  test(
    'resolves with the open invitations of the own organization by address',
    { meta: { promise: 'Invitations.list#returns', revision: '09a6f648' } },
    async ({ identity, factories }) => {
      const owner = await factories.membership.owner().create();
      const own = factories.invitation.for(owner.organization);
      await own.cycle('email', ['b@example.com', 'a@example.com']).createList(2);
      await own.expired().create();
      await factories.invitation.create();
      const list = await identity.invitations.list(actorOf(owner));
      expect(list.map(({ email }) => email)).toEqual(['a@example.com', 'b@example.com']);
    },
  );
});

describe('Invitations.revoke', () => {
  test(
    'rejects with InvitationNotFoundError for the invitation of another organization, and leaves it',
    { meta: { promise: 'Invitations.revoke#throws:InvitationNotFoundError', revision: 'a709d1ba' } },
    async ({ identity, factories }) => {
      const [own, other] = await factories.membership.owner().apart().createList(2);
      const { id } = await factories.invitation.for(other!.organization).create();
      await expect(identity.invitations.revoke(actorOf(own!), id)).rejects.toThrow(InvitationNotFoundError);
      await identity.invitations.revoke(actorOf(other!), id);
      await expect(identity.invitations.list(actorOf(other!))).resolves.toEqual([]);
    },
  );
});

describe('Invitations.accept', () => {
  test(
    'resolves with the organization and the role, once',
    { meta: { promise: 'Invitations.accept#returns', revision: '5f5b3238' } },
    async ({ identity, factories, mailer }) => {
      const owner = await factories.membership.owner().create();
      const user = await factories.user.create();
      await identity.invitations.invite(actorOf(owner), { email: user.email, role: 'viewer' });
      const session = { id: crypto.randomUUID(), userId: user.id };
      const code = codeMailedTo(user.email, mailer);
      const accepted = await identity.invitations.accept(session, { code });
      expect(accepted).toMatchObject({ id: owner.organization.id, role: 'viewer' });
      await expect(identity.organizations.listFor(user.id)).resolves.toEqual([accepted]);
      await expect(identity.invitations.accept(session, { code })).rejects.toThrow(InvalidCodeError);
    },
  );

  test(
    'rejects with InvalidCodeError when the code was mailed to another address, names another tenant or has expired',
    { meta: { promise: 'Invitations.accept#throws:InvalidCodeError', revision: '4a492897' } },
    async ({ identity, factories, mailer, time }) => {
      const [owner, thief] = await factories.membership.owner().apart().createList(2);
      const user = await factories.user.create();
      await identity.invitations.invite(actorOf(owner!), { email: user.email, role: 'viewer' });
      const code = codeMailedTo(user.email, mailer);
      const stolen = identity.invitations.accept(sessionOf(thief!), { code });
      await expect(stolen).rejects.toThrow(InvalidCodeError);
      const session = { id: crypto.randomUUID(), userId: user.id };
      const elsewhere = code.replace(owner!.organization.id, thief!.organization.id);
      const forged = identity.invitations.accept(session, { code: elsewhere });
      await expect(forged).rejects.toThrow(InvalidCodeError);
      time.advance({ days: 7 });
      await expect(identity.invitations.accept(session, { code })).rejects.toThrow(InvalidCodeError);
    },
  );

  test(
    'takes a code once, also when it comes twice at once',
    { meta: { promise: 'Invitations.accept#remarks', revision: '28e87062' } },
    async ({ committedDb: { em } }) => {
      const mailer = new RecordingMailer<Mail>();
      const identity = identityOn(em, mailer);
      const factories = identityFactories({ em });
      const owner = actorOf(await factories.membership.owner().create());
      const user = await factories.user.create();
      await identity.invitations.invite(owner, { email: user.email, role: 'viewer' });
      const session = { id: crypto.randomUUID(), userId: user.id };
      const acceptance = { code: codeMailedTo(user.email, mailer) };
      const twice = [1, 2, 3].map(() => identity.invitations.accept(session, acceptance));
      const results = await Promise.allSettled(twice);
      const failures = results.filter((result) => result.status === 'rejected');
      expect(failures).toHaveLength(2);
      for (const { reason } of failures) expect(reason).toBeInstanceOf(InvalidCodeError);
    },
  );

  test(
    'rejects with AlreadyMemberError when the user is a member already, and leaves the role as it is',
    { meta: { promise: 'Invitations.accept#throws:AlreadyMemberError', revision: 'ce696475' } },
    async ({ identity, factories, mailer }) => {
      const owner = await factories.membership.owner().create();
      const user = await factories.user.create();
      await identity.invitations.invite(actorOf(owner), { email: user.email, role: 'admin' });
      await factories.membership.for(owner.organization).viewer().associations({ user }).create();
      const session = { id: crypto.randomUUID(), userId: user.id };
      const acceptance = identity.invitations.accept(session, { code: codeMailedTo(user.email, mailer) });
      await expect(acceptance).rejects.toThrow(AlreadyMemberError);
      await expect(identity.organizations.listFor(user.id)).resolves.toMatchObject([{ role: 'viewer' }]);
    },
  );
});
