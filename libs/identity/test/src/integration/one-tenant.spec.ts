import { identityEntities, MembershipEntity, OrganizationEntity, UserEntity } from '@acme/identity';
import { type EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { Factory } from 'fishery';
import { describe } from 'vitest';
import { identityFactories } from '../factories/generated/identity-factories.ts';
import { expect, test } from '../fixtures.ts';

/** Factories as one would write them with fishery alone, associations passed as any other attribute. */
function naiveFactories(em: EntityManager) {
  const organization = Factory.define<OrganizationEntity>(({ sequence }) =>
    em.create(OrganizationEntity, { name: `Organization ${sequence}`, slug: `naive-${sequence}` }),
  );
  const user = Factory.define<UserEntity>(({ sequence }) =>
    em.create(UserEntity, { name: `User ${sequence}`, email: `naive.${sequence}@example.com` }),
  );
  const membership = Factory.define<MembershipEntity>(() =>
    em.create(MembershipEntity, { organization: organization.build(), user: user.build(), role: 'member' }),
  );
  return { organization, membership };
}

describe('a membership made for an organization that is there', () => {
  test('by a naive factory brings a second organization with it', async ({ isolatedDb }) => {
    const orm = new MikroORM({ clientUrl: isolatedDb.adminUrl, entities: identityEntities });
    const em = orm.em.fork();
    const factories = naiveFactories(em);
    const organization = factories.organization.build();
    factories.membership.build({ organization });
    await em.flush();
    await orm.close(true);
    expect(await isolatedDb.admin.query('select id from memberships')).toHaveLength(1);
    expect(await isolatedDb.admin.query('select id from organizations')).toHaveLength(2);
  });

  test('by the factories of this library belongs to it, and brings nothing with it', async ({
    isolatedDb,
  }) => {
    const factories = identityFactories({ em: isolatedDb.em });
    const organization = await factories.organization.create();
    const [membership] = await factories.membership.for(organization).createList(2);
    const other = await factories.membership.associations({ organization }).create();
    expect([membership!.organization, other.organization]).toEqual([organization, organization]);
    const counted = await isolatedDb.admin.query(`select organization_id as id, count(*)::int as members
      from memberships group by 1`);
    expect(counted).toEqual([{ id: organization.id, members: 3 }]);
    expect(await isolatedDb.admin.query('select id from organizations')).toHaveLength(1);
  });
});
