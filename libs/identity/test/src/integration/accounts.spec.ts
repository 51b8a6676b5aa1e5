import { InvalidCodeError, InvalidCredentialsError, UnauthenticatedError } from '@acme/identity-contract';
import { describe } from 'vitest';
import { factoryPassword } from '../factories/user-factory.ts';
import { codeMailedTo } from '../code-mailed-to.ts';
import { expect, test } from '../fixtures.ts';

const password = 'a fresh long password';

describe('Accounts.register', () => {
  test(
    'mails to a taken address that it is taken, and answers the same',
    { meta: { promise: 'Accounts.register#remarks', revision: '580c49bb' } },
    async ({ identity, factories, mailer }) => {
      const { email, name } = await factories.user.withPassword().create();
      await expect(identity.accounts.register({ email, name })).resolves.toBeUndefined();
      expect(mailer.sent).toEqual([{ to: email, kind: 'account-exists' }]);
    },
  );

  test(
    'makes one account of an address in upper and lower case',
    { meta: { promise: 'Accounts.register#remarks:2', revision: '308a20a8' } },
    async ({ identity, factories, admin }) => {
      const { email, name } = factories.user.attributes();
      await identity.accounts.register({ email: email.toUpperCase(), name });
      await identity.accounts.register({ email, name });
      expect(await admin.query('select from users where email = $1', [email])).toHaveLength(1);
    },
  );

  test(
    'allows no login before a password is chosen',
    { meta: { promise: 'Accounts.register#remarks:3', revision: 'c231e613' } },
    async ({ identity, factories }) => {
      const { email, name } = factories.user.attributes();
      await identity.accounts.register({ email, name });
      await expect(identity.sessions.open({ email, password: ' ' })).rejects.toThrow(InvalidCredentialsError);
    },
  );
});

describe('Accounts.requestNewPassword', () => {
  test(
    'mails nothing to an unknown address',
    { meta: { promise: 'Accounts.requestNewPassword#remarks', revision: 'f2663f00' } },
    async ({ identity, mailer }) => {
      await expect(identity.accounts.requestNewPassword('unknown@example.com')).resolves.toBeUndefined();
      expect(mailer.sent).toEqual([]);
    },
  );
});

describe('Accounts.choosePassword', () => {
  test(
    'resolves with the user, who can then log in with it',
    { meta: { promise: 'Accounts.choosePassword#returns', revision: '03b071b7' } },
    async ({ identity, factories, mailer }) => {
      const { email, name } = factories.user.attributes();
      await identity.accounts.register({ email, name });
      const user = await identity.accounts.choosePassword({ code: codeMailedTo(email, mailer), password });
      expect(user).toMatchObject({ email, name });
      await expect(identity.sessions.open({ email, password })).resolves.toMatchObject({ user });
    },
  );

  test(
    'rejects with InvalidCodeError when the code is unknown, used, or older than a day',
    { meta: { promise: 'Accounts.choosePassword#throws:InvalidCodeError', revision: 'b454ea40' } },
    async ({ identity, factories, mailer, time }) => {
      const choose = (code: string) => identity.accounts.choosePassword({ code, password });
      await expect(choose('A'.repeat(43))).rejects.toThrow(InvalidCodeError);

      const { email } = await factories.user.create();
      await identity.accounts.requestNewPassword(email);
      await choose(codeMailedTo(email, mailer));
      await expect(choose(codeMailedTo(email, mailer))).rejects.toThrow(InvalidCodeError);

      await identity.accounts.requestNewPassword(email);
      time.advance({ days: 1, seconds: 1 });
      await expect(choose(codeMailedTo(email, mailer))).rejects.toThrow(InvalidCodeError);
    },
  );

  test(
    'closes all sessions of the user',
    { meta: { promise: 'Accounts.choosePassword#remarks', revision: 'e36434c2' } },
    async ({ identity, factories, mailer }) => {
      const { email } = await factories.user.withPassword().create();
      const { token } = await identity.sessions.open({ email, password: factoryPassword });
      await identity.accounts.requestNewPassword(email);
      await identity.accounts.choosePassword({ code: codeMailedTo(email, mailer), password });
      await expect(identity.sessions.identify(token)).rejects.toThrow(UnauthenticatedError);
    },
  );

  test(
    'makes the other codes of the user void',
    { meta: { promise: 'Accounts.choosePassword#remarks:2', revision: '998a8cc8' } },
    async ({ identity, factories, mailer }) => {
      const { email } = await factories.user.create();
      await identity.accounts.requestNewPassword(email);
      const other = codeMailedTo(email, mailer);
      await identity.accounts.requestNewPassword(email);
      await identity.accounts.choosePassword({ code: codeMailedTo(email, mailer), password });
      const second = identity.accounts.choosePassword({ code: other, password });
      await expect(second).rejects.toThrow(InvalidCodeError);
    },
  );
});

describe('Accounts.changePassword', () => {
  test(
    'rejects with InvalidCredentialsError when the current password is wrong',
    { meta: { promise: 'Accounts.changePassword#throws:InvalidCredentialsError', revision: '5cc616ef' } },
    async ({ identity, factories }) => {
      const user = await factories.user.withPassword().create();
      const session = { id: crypto.randomUUID(), userId: user.id };
      const change = { currentPassword: 'wrong', newPassword: password };
      await expect(identity.accounts.changePassword(session, change)).rejects.toThrow(
        InvalidCredentialsError,
      );
    },
  );

  test(
    'closes the other sessions, and not the one that asks',
    { meta: { promise: 'Accounts.changePassword#remarks', revision: '952e3117' } },
    async ({ identity, factories }) => {
      const { email } = await factories.user.withPassword().create();
      const credentials = { email, password: factoryPassword };
      const [own, other] = [
        await identity.sessions.open(credentials),
        await identity.sessions.open(credentials),
      ];
      const session = await identity.sessions.identify(own.token);
      const change = { currentPassword: factoryPassword, newPassword: password };
      await identity.accounts.changePassword(session, change);
      await expect(identity.sessions.identify(own.token)).resolves.toEqual(session);
      await expect(identity.sessions.identify(other.token)).rejects.toThrow(UnauthenticatedError);
      await expect(identity.sessions.open({ email, password })).resolves.toBeDefined();
    },
  );

  test(
    'makes codes void that were mailed before',
    { meta: { promise: 'Accounts.changePassword#remarks:2', revision: 'c2bffbe5' } },
    async ({ identity, factories, mailer }) => {
      const user = await factories.user.withPassword().create();
      await identity.accounts.requestNewPassword(user.email);
      const session = { id: crypto.randomUUID(), userId: user.id };
      const change = { currentPassword: factoryPassword, newPassword: password };
      await identity.accounts.changePassword(session, change);
      const choice = { code: codeMailedTo(user.email, mailer), password: `${password}!` };
      await expect(identity.accounts.choosePassword(choice)).rejects.toThrow(InvalidCodeError);
    },
  );
});
