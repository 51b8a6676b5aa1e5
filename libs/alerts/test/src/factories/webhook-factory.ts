import { randomUUIDv7 } from 'node:crypto';
import { WebhookEntity } from '@acme/alerts';
import {
  EntityFactory,
  type Making,
  type OrganizationEntity,
  OrganizationFactory,
} from '@acme/identity-test';
import type { TenantParent } from './alert-rule-factory.ts';

export interface WebhookAttributes {
  id: string;
  url: string;
  secret: string;
  failuresInRow: number;
  lastFailureAt: Date | null;
  createdAt: Date;
}

export class WebhookFactory extends EntityFactory<WebhookEntity, WebhookAttributes, TenantParent> {
  protected readonly entity = WebhookEntity;

  protected defaults({ number }: Making<WebhookAttributes, TenantParent>): WebhookAttributes {
    return {
      id: randomUUIDv7(),
      url: `https://hooks.example/${number}`,
      secret: 's'.repeat(43),
      failuresInRow: 0,
      lastFailureAt: null,
      createdAt: new Date(),
    };
  }

  protected complete(given: Partial<TenantParent>, tenant?: OrganizationEntity): TenantParent {
    return { organization: given.organization ?? tenant ?? new OrganizationFactory(this.context).build() };
  }

  protected override dataOf(attributes: WebhookAttributes, { organization }: TenantParent): object {
    return { ...attributes, organizationId: organization.id };
  }

  protected tenantOf(_webhook: WebhookEntity, { organization }: TenantParent): OrganizationEntity {
    return organization;
  }
}
