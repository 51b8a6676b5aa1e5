import { InvitationEntity, MembershipEntity, OrganizationEntity } from '@acme/identity';
import { describe } from 'vitest';
import { expect, test } from '../fixtures.ts';

describe('Tenants.within', () => {
  test(
    'resolves with what the work returns, and keeps what it wrote',
    { meta: { promise: 'Tenants.within#returns', revision: 'fa53b557' } },
    async ({ identity, factories, admin }) => {
      const { organization } = await factories.membership.create();
      const scope = { organizationId: organization.id };
      const result = await identity.tenants.within(scope, async (em) => {
        await em.nativeUpdate(OrganizationEntity, organization.id, { name: 'Renamed' });
        return 'done';
      });
      expect(result).toBe('done');
      expect(await admin.query('select name from organizations')).toEqual([{ name: 'Renamed' }]);
    },
  );

  test(
    'sees no row of any organization without one, but the memberships of the user',
    { meta: { promise: 'Tenants.within#remarks', revision: 'fb84bf4b' } },
    async ({ identity, factories }) => {
      const [own] = await factories.membership.apart().createList(2);
      await factories.invitation.for(own!.organization).create();
      const userId = own!.user.id;
      const seen = await identity.tenants.within({ userId }, async (em) => ({
        memberships: (await em.findAll(MembershipEntity)).map(({ id }) => id),
        organizations: (await em.findAll(OrganizationEntity)).map(({ id }) => id),
        invitations: await em.count(InvitationEntity),
      }));
      expect(seen).toEqual({ memberships: [own!.id], organizations: [own!.organization.id], invitations: 0 });
    },
  );

  test(
    'keeps nothing of work that fails',
    { meta: { promise: 'Tenants.within#remarks:2', revision: '20f3e8d8' } },
    async ({ identity, factories, admin }) => {
      const { organization } = await factories.membership.create();
      const work = identity.tenants.within({ organizationId: organization.id }, async (em) => {
        await em.nativeDelete(MembershipEntity, {});
        throw new Error('changed my mind');
      });
      await expect(work).rejects.toThrow('changed my mind');
      const left = await admin.query('select from memberships where organization_id = $1', [organization.id]);
      expect(left).toHaveLength(1);
    },
  );

  test(
    'leaves no scope on the connection',
    { meta: { promise: 'Tenants.within#remarks:3', revision: 'e62f68d1' } },
    async ({ identity, factories, em }) => {
      const { organization, user } = await factories.membership.create();
      await identity.tenants.within(
        { organizationId: organization.id, userId: user.id },
        async () => undefined,
      );
      const [left] = await em.execute<object[]>(
        `select current_setting('app.organization_id', true) as organization, current_setting('app.user_id', true) as user`,
      );
      expect(Object.values(left!).filter(Boolean)).toEqual([]);
    },
  );

  test.for([
    `update memberships set role = 'owner'`,
    `delete from memberships`,
    `insert into memberships (id, organization_id, user_id, role, created_at)
       select gen_random_uuid(), :other, id, 'owner', now() from users limit 1`,
    `update memberships set organization_id = :other where organization_id = :own`,
  ])(
    'writes no row of another organization, whatever the SQL: %s',
    { meta: { promise: 'Tenants.within#tenant:change', revision: 'c2fd95e0' } },
    async (sql, { identity, factories, admin }) => {
      const [own, other] = await factories.membership.viewer().apart().createList(2);
      const names = { own: own!.organization.id, other: other!.organization.id };
      const statement = sql.replaceAll(/:(own|other)/g, (_, name: keyof typeof names) => `'${names[name]}'`);
      await identity.tenants
        .within({ organizationId: names.own }, (em) => em.execute(statement))
        .catch(ignoreRowLevelSecurity);
      const rows = await admin.query('select id, role from memberships where organization_id = $1', [
        names.other,
      ]);
      expect(rows).toEqual([{ id: other!.id, role: 'viewer' }]);
    },
  );
});

function ignoreRowLevelSecurity(error: Error): void {
  if (!error.message.includes('row-level security')) throw error;
}
