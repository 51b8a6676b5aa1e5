// Generated from the entity by `nx g factory alerts`. Do not edit: put changes into ../alert-factory.ts.
import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { AlertEntity } from '@acme/alerts';
import { OrganizationFactory } from '@acme/identity-test';
import { EntityFactory, type EntityMadeBy, type EntityOf } from '@vouch/testing/factories';
import { AlertRuleFactory } from '../alert-rule-factory.ts';

export type Alert = EntityOf<typeof AlertEntity>;
export type AlertAttributes = Pick<Alert, 'id' | 'eventId' | 'state' | 'raisedAt'>;

export interface AlertParents {
  organization: OrganizationFactory;
  rule: AlertRuleFactory;
}

export abstract class AlertBase extends EntityFactory<
  Alert,
  AlertAttributes,
  AlertParents,
  EntityMadeBy<OrganizationFactory>
> {
  protected readonly entity = AlertEntity;
  protected readonly parents = {
    organization: () => new OrganizationFactory(this.context),
    rule: () => new AlertRuleFactory(this.context),
  };

  raised(): this {
    return this.trait('raised', { state: 'raised' });
  }

  acknowledged(): this {
    return this.trait('acknowledged', { state: 'acknowledged' });
  }

  dismissed(): this {
    return this.trait('dismissed', { state: 'dismissed' });
  }

  protected defaults(): AlertAttributes {
    return { id: randomUUIDv7(), eventId: randomUUID(), state: 'raised', raisedAt: new Date() };
  }
}
