import { InvalidCredentialsError } from '@acme/identity-contract';
import { describe } from 'vitest';
import { actorOf } from '../actor-of.ts';
import { codeMailedTo } from '../code-mailed-to.ts';
import { factoryPassword } from '../factories/user-factory.ts';
import { expect, test } from '../fixtures.ts';
import { refuseOn } from '@acme/platform-test';

const password = 'a fresh long password';
const notMailed = 'the mail server does not answer';

describe('while mails are not taken', () => {
  test(
    'no account is half made: it can be registered again',
    { meta: { promise: 'Accounts#derived:dependency-fails', revision: 'dd8b2d7c' } },
    async ({ identity, mailer, admin }) => {
      const registration = { email: 'ada@example.com', name: 'Ada' };
      mailer.failNext();
      await expect(identity.accounts.register(registration)).rejects.toThrow(notMailed);
      expect(await admin.query('select id from users')).toEqual([]);
      await identity.accounts.register(registration);
      const choice = { code: codeMailedTo('ada@example.com', mailer), password };
      await expect(identity.accounts.choosePassword(choice)).resolves.toMatchObject({ name: 'Ada' });
    },
  );

  test(
    'no code is kept',
    { meta: { promise: 'Accounts#derived:dependency-fails', revision: 'dd8b2d7c' } },
    async ({ identity, factories, mailer, admin }) => {
      const { email } = await factories.user.create();
      mailer.failNext();
      await expect(identity.accounts.requestNewPassword(email)).rejects.toThrow(notMailed);
      expect(await admin.query('select id from mailed_codes')).toEqual([]);
    },
  );

  test(
    'no new invitation is kept, and an earlier one stays',
    { meta: { promise: 'Invitations#derived:dependency-fails', revision: 'd3bc3585' } },
    async ({ identity, factories, mailer }) => {
      const owner = actorOf(await factories.membership.owner().create());
      const user = await factories.user.create();
      await identity.invitations.invite(owner, { email: user.email, role: 'viewer' });
      const code = codeMailedTo(user.email, mailer);
      mailer.failNext();
      const second = identity.invitations.invite(owner, { email: user.email, role: 'admin' });
      await expect(second).rejects.toThrow(notMailed);
      const session = { id: crypto.randomUUID(), userId: user.id };
      await expect(identity.invitations.accept(session, { code })).resolves.toMatchObject({ role: 'viewer' });
    },
  );
});

describe('while the database refuses', () => {
  test(
    'to close sessions, the password stays as it was',
    { meta: { promise: 'Accounts#derived:dependency-fails', revision: 'dd8b2d7c' } },
    async ({ identity, factories, mailer, admin }) => {
      const { email, id: userId } = await factories.user.withPassword().create();
      await identity.sessions.open({ email, password: factoryPassword });
      await identity.accounts.requestNewPassword(email);
      await refuseOn(admin, 'delete', 'sessions');
      const session = { id: crypto.randomUUID(), userId };
      const change = { currentPassword: factoryPassword, newPassword: password };
      await expect(identity.accounts.changePassword(session, change)).rejects.toThrow('refused');
      const choice = { code: codeMailedTo(email, mailer), password };
      await expect(identity.accounts.choosePassword(choice)).rejects.toThrow('refused');
      await admin.query('drop trigger refuse on sessions');
      const withNew = identity.sessions.open({ email, password });
      await expect(withNew).rejects.toThrow(InvalidCredentialsError);
      await expect(identity.accounts.choosePassword(choice)).resolves.toMatchObject({ email });
    },
  );

  test(
    'a membership, the invitation stays open',
    { meta: { promise: 'Invitations#derived:dependency-fails', revision: 'd3bc3585' } },
    async ({ identity, factories, mailer, admin }) => {
      const owner = actorOf(await factories.membership.owner().create());
      const user = await factories.user.create();
      await identity.invitations.invite(owner, { email: user.email, role: 'viewer' });
      await refuseOn(admin, 'insert', 'memberships');
      const session = { id: crypto.randomUUID(), userId: user.id };
      const acceptance = { code: codeMailedTo(user.email, mailer) };
      await expect(identity.invitations.accept(session, acceptance)).rejects.toThrow('refused');
      await expect(identity.invitations.list(owner)).resolves.toHaveLength(1);
      await admin.query('drop trigger refuse on memberships');
      await expect(identity.invitations.accept(session, acceptance)).resolves.toMatchObject({
        role: 'viewer',
      });
    },
  );

  test(
    'to change or end a membership, it stays as it was',
    { meta: { promise: 'Members#derived:dependency-fails', revision: '4e3bedfb' } },
    async ({ identity, factories, admin }) => {
      const owner = await factories.membership.owner().create();
      const member = await factories.membership.for(owner.organization).create();
      const before = await identity.members.list(actorOf(owner));
      await refuseOn(admin, 'update', 'memberships');
      const change = identity.members.changeRole(actorOf(owner), member.user.id, 'admin');
      await expect(change).rejects.toThrow('refused');
      await admin.query('drop trigger refuse on memberships');
      await refuseOn(admin, 'delete', 'memberships');
      await expect(identity.members.remove(actorOf(owner), member.user.id)).rejects.toThrow('refused');
      await expect(identity.members.list(actorOf(owner))).resolves.toEqual(before);
    },
  );

  test(
    'a session, the user is not logged in',
    { meta: { promise: 'Sessions#derived:dependency-fails', revision: '68add4d9' } },
    async ({ identity, factories, admin }) => {
      const { email } = await factories.user.withPassword().create();
      await refuseOn(admin, 'insert', 'sessions');
      const opening = identity.sessions.open({ email, password: factoryPassword });
      await expect(opening).rejects.toThrow('refused');
      expect(await admin.query('select id from sessions')).toEqual([]);
    },
  );

  test(
    'the owner of an organization, there is no organization',
    { meta: { promise: 'Organizations.createOrganization#derived:not-found', revision: 'f6d143e5' } },
    async ({ identity, factories, admin }) => {
      const { name, slug } = factories.organization.attributes();
      const unknownOwner = identity.organizations.createOrganization(crypto.randomUUID(), { name, slug });
      await expect(unknownOwner).rejects.toThrow('memberships_user_id_fkey');
      const founder = await factories.user.create();
      await refuseOn(admin, 'insert', 'memberships');
      await expect(identity.organizations.createOrganization(founder.id, { name, slug })).rejects.toThrow(
        'refused',
      );
      expect(await admin.query('select id from organizations')).toEqual([]);
    },
  );
});
