import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { AlertEntity, type AlertRuleEntity } from '@acme/alerts';
import type { AlertState } from '@acme/alerts-contract';
import { EntityFactory, type OrganizationEntity, OrganizationFactory } from '@acme/identity-test';
import { AlertRuleFactory } from './alert-rule-factory.ts';

export interface AlertAttributes {
  id: string;
  eventId: string;
  state: AlertState;
  raisedAt: Date;
}

export interface AlertParents {
  organization: OrganizationEntity;
  rule: AlertRuleEntity;
}

export class AlertFactory extends EntityFactory<AlertEntity, AlertAttributes, AlertParents> {
  protected readonly entity = AlertEntity;

  acknowledged(): this {
    return this.trait('acknowledged', { state: 'acknowledged' });
  }

  dismissed(): this {
    return this.trait('dismissed', { state: 'dismissed' });
  }

  /** Raised by a critical rule. */
  critical(): this {
    return this.trait('critical', {});
  }

  protected defaults(): AlertAttributes {
    return { id: randomUUIDv7(), eventId: randomUUID(), state: 'raised', raisedAt: new Date() };
  }

  protected complete(given: Partial<AlertParents>, tenant?: OrganizationEntity): AlertParents {
    const organization = given.organization ?? tenant ?? new OrganizationFactory(this.context).build();
    const rules = new AlertRuleFactory(this.context).for(organization);
    return {
      organization,
      rule: given.rule ?? (this.hasTrait('critical') ? rules.critical() : rules).build(),
    };
  }

  protected override dataOf(attributes: AlertAttributes, { organization, rule }: AlertParents): object {
    return { ...attributes, rule, organizationId: organization.id };
  }

  protected tenantOf(_alert: AlertEntity, { organization }: AlertParents): OrganizationEntity {
    return organization;
  }
}
