import { randomUUIDv7 } from 'node:crypto';
import { OrganizationEntity } from '@acme/identity';
import { faker } from '@faker-js/faker';
import { EntityFactory, type Making } from './entity-factory.ts';

export interface OrganizationAttributes {
  id: string;
  name: string;
  slug: string;
  createdAt: Date;
}

type NoParents = Record<never, never>;

export class OrganizationFactory extends EntityFactory<
  OrganizationEntity,
  OrganizationAttributes,
  NoParents
> {
  protected readonly entity = OrganizationEntity;

  protected defaults({ number, asked }: Making<OrganizationAttributes, NoParents>): OrganizationAttributes {
    const name = asked.name ?? faker.company.name();
    return { id: randomUUIDv7(), name, slug: `organization-${number}`, createdAt: new Date() };
  }

  protected complete(): NoParents {
    return {};
  }

  protected tenantOf(organization: OrganizationEntity): OrganizationEntity {
    return organization;
  }
}
