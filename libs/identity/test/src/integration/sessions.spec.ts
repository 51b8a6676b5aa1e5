import { InvalidCredentialsError, UnauthenticatedError } from '@acme/identity-contract';
import { describe } from 'vitest';
import { factoryPassword as password } from '../factories/user-factory.ts';
import { expect, test } from '../fixtures.ts';

describe('Sessions.open', () => {
  test(
    'resolves with a session whose token is kept nowhere',
    { meta: { promise: 'Sessions.open#returns', revision: '62b490e5' } },
    async ({ identity, factories, admin }) => {
      const user = await factories.user.withPassword().create();
      const { token } = await identity.sessions.open({ email: user.email.toUpperCase(), password });
      await expect(identity.sessions.identify(token)).resolves.toMatchObject({ userId: user.id });
      const rows = await admin.query('select * from sessions where user_id = $1', [user.id]);
      expect(rows).toHaveLength(1);
      expect(JSON.stringify(rows)).not.toContain(token);
    },
  );

  test(
    'rejects with InvalidCredentialsError when address or password is wrong, or none was chosen',
    { meta: { promise: 'Sessions.open#throws:InvalidCredentialsError', revision: '7f05a668' } },
    async ({ identity, factories }) => {
      const { email } = await factories.user.withPassword().create();
      const { email: withoutPassword } = await factories.user.create();
      for (const credentials of [
        { email, password: `${password} ` },
        { email: 'unknown@example.com', password },
        { email: withoutPassword, password },
      ]) {
        await expect(identity.sessions.open(credentials)).rejects.toThrow(InvalidCredentialsError);
      }
    },
  );
});

describe('Sessions.identify', () => {
  test(
    'resolves with the session that the token opens',
    { meta: { promise: 'Sessions.identify#returns', revision: '38569f9e' } },
    async ({ identity, factories }) => {
      const [user, other] = await factories.user.withPassword().createList(2);
      const { token } = await identity.sessions.open({ email: user!.email, password });
      await identity.sessions.open({ email: other!.email, password });
      const session = await identity.sessions.identify(token);
      expect(session).toEqual({ id: expect.any(String) as string, userId: user!.id });
    },
  );

  test(
    'rejects with UnauthenticatedError when the token is malformed, unknown, closed or expired',
    { meta: { promise: 'Sessions.identify#throws:UnauthenticatedError', revision: 'e3229022' } },
    async ({ identity, factories, time }) => {
      const { email } = await factories.user.withPassword().create();
      const [closed, expired] = [
        await identity.sessions.open({ email, password }),
        await identity.sessions.open({ email, password }),
      ];
      await identity.sessions.close(await identity.sessions.identify(closed.token));
      await identity.sessions.identify(expired.token);
      time.advance({ days: 14 });
      for (const token of ['', 'A'.repeat(43), closed.token, expired.token]) {
        await expect(identity.sessions.identify(token)).rejects.toThrow(UnauthenticatedError);
      }
    },
  );
});

describe('Sessions.user', () => {
  test(
    'resolves with the user of the session, without anything secret',
    { meta: { promise: 'Sessions.user#returns', revision: 'e6bac8c9' } },
    async ({ identity, factories }) => {
      const { id, email, name, createdAt } = await factories.user.withPassword().create();
      const user = await identity.sessions.user({ id: crypto.randomUUID(), userId: id });
      expect(user).toEqual({ id, email, name, createdAt: createdAt.toISOString() });
    },
  );

  test(
    'rejects with UnauthenticatedError when the user no longer exists',
    { meta: { promise: 'Sessions.user#throws:UnauthenticatedError', revision: '9afe8a18' } },
    async ({ identity }) => {
      const session = { id: crypto.randomUUID(), userId: crypto.randomUUID() };
      await expect(identity.sessions.user(session)).rejects.toThrow(UnauthenticatedError);
    },
  );
});

describe('Sessions.close', () => {
  test(
    'has the token refused from the next request on, and leaves other sessions open',
    { meta: { promise: 'Sessions.close#remarks', revision: '3c38fe7f' } },
    async ({ identity, factories }) => {
      const { email } = await factories.user.withPassword().create();
      const [closed, other] = [
        await identity.sessions.open({ email, password }),
        await identity.sessions.open({ email, password }),
      ];
      await identity.sessions.close(await identity.sessions.identify(closed.token));
      await expect(identity.sessions.identify(closed.token)).rejects.toThrow(UnauthenticatedError);
      await expect(identity.sessions.identify(other.token)).resolves.toBeDefined();
    },
  );

  test(
    'does nothing when the session is closed already',
    { meta: { promise: 'Sessions.close#remarks:2', revision: 'f456e126' } },
    async ({ identity, factories }) => {
      const { email } = await factories.user.withPassword().create();
      const session = await identity.sessions.identify(
        (await identity.sessions.open({ email, password })).token,
      );
      await identity.sessions.close(session);
      await expect(identity.sessions.close(session)).resolves.toBeUndefined();
    },
  );
});
