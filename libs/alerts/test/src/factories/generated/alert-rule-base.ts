// Generated from the entity by `nx g factory alerts`. Do not edit: put changes into ../alert-rule-factory.ts.
import { randomUUIDv7 } from 'node:crypto';
import { AlertRuleEntity } from '@acme/alerts';
import { OrganizationFactory } from '@acme/identity-test';
import { type BuildContext, EntityFactory, type EntityMadeBy, type EntityOf } from '@vouch/testing/factories';

export type AlertRule = EntityOf<typeof AlertRuleEntity>;
export type AlertRuleAttributes = Pick<AlertRule, 'id' | 'name' | 'severity' | 'condition' | 'createdAt'>;

export interface AlertRuleParents {
  organization: OrganizationFactory;
}

export abstract class AlertRuleBase extends EntityFactory<
  AlertRule,
  AlertRuleAttributes,
  AlertRuleParents,
  EntityMadeBy<OrganizationFactory>
> {
  protected readonly entity = AlertRuleEntity;
  protected readonly parents = { organization: () => new OrganizationFactory(this.context) };

  info(): this {
    return this.trait('info', { severity: 'info' });
  }

  warning(): this {
    return this.trait('warning', { severity: 'warning' });
  }

  critical(): this {
    return this.trait('critical', { severity: 'critical' });
  }

  protected defaults({ faker }: BuildContext<AlertRuleAttributes, AlertRuleParents>): AlertRuleAttributes {
    return {
      id: randomUUIDv7(),
      name: faker.commerce.productName(),
      severity: 'info',
      condition: { kind: 'kind', minConfidence: 1 },
      createdAt: new Date(),
    };
  }
}
