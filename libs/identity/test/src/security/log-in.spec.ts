import { createHook } from 'node:async_hooks';
import { InvalidCredentialsError } from '@acme/identity-contract';
import { describe } from 'vitest';
import { codeMailedTo } from '../code-mailed-to.ts';
import { expect, test } from '../fixtures.ts';

/** How many passwords were hashed meanwhile, by Node's own account of what it does in other threads. */
async function hashesDuring(work: () => Promise<unknown>): Promise<number> {
  let hashes = 0;
  const hook = createHook({
    init: (_id, type) => void (hashes += type === 'ARGON2REQUEST' ? 1 : 0),
  }).enable();
  try {
    await work();
  } finally {
    hook.disable();
  }
  return hashes;
}

describe('a log-in', () => {
  test(
    'makes the same work for an unknown address, one without a password, and a wrong password',
    { meta: { promise: 'Sessions.open#remarks', revision: 'eeb50ca6' } },
    async ({ identity, factories, mailer }) => {
      const password = 'a long enough password';
      const { email } = await factories.user.create();
      await identity.accounts.requestNewPassword(email);
      await identity.accounts.choosePassword({ code: codeMailedTo(email, mailer), password });
      const { email: withoutPassword } = await factories.user.create();
      for (const address of [email, withoutPassword, 'unknown@example.com']) {
        const open = () => identity.sessions.open({ email: address, password: 'wrong' });
        const hashes = await hashesDuring(() => expect(open()).rejects.toThrow(InvalidCredentialsError));
        expect(hashes, address).toBe(1);
      }
    },
  );
});
