import { OrganizationNotFoundError, RoleTooWeakError, UnauthenticatedError } from '@acme/identity-contract';
import { describe } from 'vitest';
import { expect, type IdentityFixtures, test } from '../fixtures.ts';
import { factoryPassword as password } from '../factories/user-factory.ts';

type Given = Pick<IdentityFixtures, 'identity' | 'factories'>;

/** A member of an organization who has logged in. */
async function loggedInMember({ identity, factories }: Given) {
  const user = await factories.user.withPassword().create();
  const { organization } = await factories.membership.associations({ user }).create();
  const { token } = await identity.sessions.open({ email: user.email, password });
  return { token, userId: user.id, organizationId: organization.id };
}

describe('Access.authorize', () => {
  test(
    'resolves with the user of the session as an actor',
    { meta: { promise: 'Access.authorize#returns', revision: 'b898787c' } },
    async ({ identity, factories }) => {
      const { token, userId, organizationId } = await loggedInMember({ identity, factories });
      const actor = await identity.access.authorize(token, organizationId, 'member');
      expect(actor).toEqual({ userId, organizationId, role: 'member' });
    },
  );

  test(
    'rejects with UnauthenticatedError when the token is malformed, unknown, closed or expired',
    { meta: { promise: 'Access.authorize#throws:UnauthenticatedError', revision: 'fc4a07b6' } },
    async ({ identity, factories, time }) => {
      const [closed, expired] = [
        await loggedInMember({ identity, factories }),
        await loggedInMember({ identity, factories }),
      ];
      await identity.sessions.close(await identity.sessions.identify(closed.token));
      await identity.access.authorize(expired.token, expired.organizationId, 'viewer');
      time.advance({ days: 14 });
      for (const token of ['', 'A'.repeat(43), closed.token, expired.token]) {
        const entering = identity.access.authorize(token, closed.organizationId, 'viewer');
        await expect(entering).rejects.toThrow(UnauthenticatedError);
      }
    },
  );

  test(
    'rejects with OrganizationNotFoundError when there is none, or the user belongs to others only',
    { meta: { promise: 'Access.authorize#throws:OrganizationNotFoundError', revision: 'd1a9f8a9' } },
    async ({ identity, factories }) => {
      const { token } = await loggedInMember({ identity, factories });
      const { id: another } = await factories.organization.create();
      for (const id of [another, crypto.randomUUID()]) {
        const entering = identity.access.authorize(token, id, 'viewer');
        await expect(entering).rejects.toThrow(OrganizationNotFoundError);
      }
    },
  );

  test(
    'rejects alike for an organization of others and for none',
    { meta: { promise: 'Access.authorize#tenant:read', revision: '99efc25e' } },
    async ({ identity, factories }) => {
      const { token } = await loggedInMember({ identity, factories });
      const { id: ofOthers } = await factories.organization.create();
      const [others, none] = [ofOthers, crypto.randomUUID()].map((id) =>
        identity.access.authorize(token, id, 'viewer').catch((error: unknown) => error),
      );
      expect(await others).toEqual(await none);
    },
  );

  test(
    'rejects with RoleTooWeakError when the user is a member with a weaker role',
    { meta: { promise: 'Access.authorize#throws:RoleTooWeakError', revision: 'b4a827af' } },
    async ({ identity, factories }) => {
      const { token, organizationId } = await loggedInMember({ identity, factories });
      const entering = identity.access.authorize(token, organizationId, 'admin');
      await expect(entering).rejects.toThrow(RoleTooWeakError);
    },
  );
});
