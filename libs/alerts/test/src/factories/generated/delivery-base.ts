// Generated from the entity by `nx g factory alerts`. Do not edit: put changes into ../delivery-factory.ts.
import { randomUUIDv7 } from 'node:crypto';
import { DeliveryEntity } from '@acme/alerts';
import { OrganizationFactory } from '@acme/identity-test';
import { EntityFactory, type EntityMadeBy, type EntityOf } from '@vouch/testing/factories';
import { AlertFactory } from '../alert-factory.ts';
import { WebhookFactory } from '../webhook-factory.ts';

export type Delivery = EntityOf<typeof DeliveryEntity>;
export type DeliveryAttributes = Pick<Delivery, 'id' | 'state' | 'createdAt'>;

export interface DeliveryParents {
  organization: OrganizationFactory;
  webhook: WebhookFactory;
  alert: AlertFactory;
}

export abstract class DeliveryBase extends EntityFactory<
  Delivery,
  DeliveryAttributes,
  DeliveryParents,
  EntityMadeBy<OrganizationFactory>
> {
  protected readonly entity = DeliveryEntity;
  protected readonly parents = {
    organization: () => new OrganizationFactory(this.context),
    webhook: () => new WebhookFactory(this.context),
    alert: () => new AlertFactory(this.context),
  };

  pending(): this {
    return this.trait('pending', { state: 'pending' });
  }

  delivered(): this {
    return this.trait('delivered', { state: 'delivered' });
  }

  givenUp(): this {
    return this.trait('givenUp', { state: 'given-up' });
  }

  protected defaults(): DeliveryAttributes {
    return { id: randomUUIDv7(), state: 'pending', createdAt: new Date() };
  }
}
