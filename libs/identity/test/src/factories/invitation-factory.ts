import { randomUUIDv7 } from 'node:crypto';
import { InvitationEntity, type OrganizationEntity } from '@acme/identity';
import type { Role } from '@acme/identity-contract';
import { EntityFactory, type Making } from './entity-factory.ts';
import { OrganizationFactory } from './organization-factory.ts';

export interface InvitationAttributes {
  id: string;
  email: string;
  role: Role;
  codeHash: string;
  expiresAt: Date;
  createdAt: Date;
}

export interface InvitationParents {
  organization: OrganizationEntity;
}

const week = 7 * 24 * 60 * 60 * 1000;

export class InvitationFactory extends EntityFactory<
  InvitationEntity,
  InvitationAttributes,
  InvitationParents
> {
  protected readonly entity = InvitationEntity;

  expired(): this {
    return this.trait('expired', { expiresAt: new Date(Date.now() - week) });
  }

  protected defaults({
    number,
    asked,
  }: Making<InvitationAttributes, InvitationParents>): InvitationAttributes {
    const createdAt = asked.createdAt ?? new Date();
    return {
      id: randomUUIDv7(),
      email: `invited.${number}@example.com`,
      role: 'member',
      codeHash: String(number).padStart(64, '0'),
      expiresAt: new Date(createdAt.getTime() + week),
      createdAt,
    };
  }

  protected complete(given: Partial<InvitationParents>, tenant?: OrganizationEntity): InvitationParents {
    return { organization: given.organization ?? tenant ?? new OrganizationFactory(this.context).build() };
  }

  protected tenantOf({ organization }: InvitationEntity): OrganizationEntity {
    return organization;
  }
}
