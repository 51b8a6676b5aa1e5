import { randomUUIDv7 } from 'node:crypto';
import { AlertRuleEntity } from '@acme/alerts';
import type { Condition, Severity } from '@acme/alerts-contract';
import {
  EntityFactory,
  type Making,
  type OrganizationEntity,
  OrganizationFactory,
} from '@acme/identity-test';

export interface AlertRuleAttributes {
  id: string;
  name: string;
  severity: Severity;
  condition: Condition;
  createdAt: Date;
}

export interface TenantParent {
  organization: OrganizationEntity;
}

export class AlertRuleFactory extends EntityFactory<AlertRuleEntity, AlertRuleAttributes, TenantParent> {
  protected readonly entity = AlertRuleEntity;

  critical(): this {
    return this.trait('critical', { severity: 'critical' });
  }

  protected defaults({ number, asked }: Making<AlertRuleAttributes, TenantParent>): AlertRuleAttributes {
    const condition = asked.condition ?? { kind: 'person', minConfidence: 0.5 };
    const name = `${condition.kind} ${number}`;
    return { id: randomUUIDv7(), name, severity: 'warning', condition, createdAt: new Date() };
  }

  protected complete(given: Partial<TenantParent>, tenant?: OrganizationEntity): TenantParent {
    return { organization: given.organization ?? tenant ?? new OrganizationFactory(this.context).build() };
  }

  protected override dataOf(attributes: AlertRuleAttributes, { organization }: TenantParent): object {
    return { ...attributes, organizationId: organization.id };
  }

  protected tenantOf(_rule: AlertRuleEntity, { organization }: TenantParent): OrganizationEntity {
    return organization;
  }
}
