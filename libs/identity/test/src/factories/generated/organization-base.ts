// Generated from the entity by `nx g factory identity`. Do not edit: put changes into ../organization-factory.ts.
import { randomUUIDv7 } from 'node:crypto';
import { OrganizationEntity } from '@acme/identity';
import { type BuildContext, EntityFactory, type EntityOf, type NoParents } from '@vouch/testing/factories';

export type Organization = EntityOf<typeof OrganizationEntity>;
export type OrganizationAttributes = Pick<Organization, 'id' | 'name' | 'slug' | 'createdAt'>;

export abstract class OrganizationBase extends EntityFactory<Organization, OrganizationAttributes> {
  protected readonly entity = OrganizationEntity;
  protected readonly parents = {};

  protected defaults({
    number,
    faker,
  }: BuildContext<OrganizationAttributes, NoParents>): OrganizationAttributes {
    return {
      id: randomUUIDv7(),
      name: faker.company.name(),
      slug: `organization-${number}`,
      createdAt: new Date(),
    };
  }
}
