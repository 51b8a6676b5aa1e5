// Generated from the entity by `nx g factory alerts`. Do not edit: put changes into ../queued-delivery-factory.ts.
import { QueuedDeliveryEntity } from '@acme/alerts';
import { OrganizationFactory } from '@acme/identity-test';
import { EntityFactory, type EntityMadeBy, type EntityOf } from '@vouch/testing/factories';
import { DeliveryFactory } from '../delivery-factory.ts';

export type QueuedDelivery = EntityOf<typeof QueuedDeliveryEntity>;
export type QueuedDeliveryAttributes = Pick<QueuedDelivery, 'dueAt' | 'tries'>;

export interface QueuedDeliveryParents {
  delivery: DeliveryFactory;
  organization: OrganizationFactory;
}

export abstract class QueuedDeliveryBase extends EntityFactory<
  QueuedDelivery,
  QueuedDeliveryAttributes,
  QueuedDeliveryParents,
  EntityMadeBy<OrganizationFactory>
> {
  protected readonly entity = QueuedDeliveryEntity;
  protected readonly parents = {
    delivery: () => new DeliveryFactory(this.context),
    organization: () => new OrganizationFactory(this.context),
  };

  protected defaults(): QueuedDeliveryAttributes {
    return { dueAt: new Date(Date.now() + 7 * 86_400_000), tries: 0 };
  }
}
