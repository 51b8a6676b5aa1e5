import { MembershipEntity } from '@acme/identity';
import type { Actor, TenantScope } from '@acme/identity-contract';
import { describe } from 'vitest';
import { actorOf } from '../actor-of.ts';
import { identityFactories } from '../factories/generated/identity-factories.ts';
import { expect, test } from '../fixtures.ts';
import { identityOn } from '../identity-content.ts';

describe('Tenants.read', () => {
  test(
    'resolves with rows as the query names them, times as the contracts have them',
    { meta: { promise: 'Tenants.read#returns', revision: 'a96e8ce6' } },
    async ({ identity, factories }) => {
      const { id: organizationId, createdAt } = await factories.organization.create();
      const sql = 'select created_at as "createdAt", $1::int as given from organizations';
      const rows = await identity.tenants.read({ organizationId }, sql, [7]);
      expect(rows).toEqual([{ createdAt: createdAt.toISOString(), given: 7 }]);
    },
  );

  test(
    'sees what a transaction of the same scope sees',
    { meta: { promise: 'Tenants.read#remarks', revision: '27dde077' } },
    async ({ identity: { tenants }, factories }) => {
      const [own] = await factories.membership.apart().createList(2);
      const { userId, organizationId }: Actor = actorOf(own!);
      await factories.membership.for(own!.organization).create();
      const scopes: [TenantScope, number][] = [
        [{}, 0],
        [{ userId }, 1],
        [{ organizationId }, 2],
      ];
      for (const [scope, count] of scopes) {
        expect(await tenants.within(scope, (em) => em.count(MembershipEntity))).toBe(count);
        expect(await tenants.read(scope, 'select id from memberships')).toHaveLength(count);
      }
    },
  );

  test(
    'rejects a query that writes',
    { meta: { promise: 'Tenants.read#remarks:2', revision: '443df9ef' } },
    async ({ identity, factories, admin }) => {
      const { organization } = await factories.membership.create();
      const writing = identity.tenants.read({ organizationId: organization.id }, 'delete from memberships');
      await expect(writing).rejects.toThrow('read-only');
      expect(await admin.query('select from memberships')).toHaveLength(1);
    },
  );

  test(
    'leaves no scope on the connection, and takes none into use again on which it failed',
    { meta: { promise: 'Tenants.read#remarks:3', revision: 'd74bcf89' } },
    async ({ committedDb: { em } }) => {
      const { tenants } = identityOn(em);
      const { organization, user } = await identityFactories({ em }).membership.create();
      const scope = { organizationId: organization.id, userId: user.id };
      for (const sql of ['select 1', 'select 1 / 0']) {
        await tenants.read(scope, sql).catch(ignoreDivision);
        const [settings] = await em.execute<object[]>(scopeLeft);
        expect(Object.values(settings!).filter(Boolean)).toEqual([]);
      }
      const pool = await em.getConnection().getNativeClient();
      expect(pool.totalCount).toBe(pool.idleCount);
    },
  );

  test(
    'sees no row of another organization',
    { meta: { promise: 'Tenants.read#tenant:read', revision: '2aca6b70' } },
    async ({ identity, factories }) => {
      const [own] = await factories.invitation.apart().createList(2);
      const rows = await identity.tenants.read(
        { organizationId: own!.organization.id },
        'select id from invitations',
      );
      expect(rows).toEqual([{ id: own!.id }]);
    },
  );
});

function ignoreDivision(error: Error): void {
  if (!error.message.includes('division by zero')) throw error;
}

const scopeLeft = `select current_setting('app.organization_id', true) as organization, current_setting('app.user_id', true) as user`;
