// Generated from the entity by `nx g factory alerts`. Do not edit: put changes into ../webhook-factory.ts.
import { randomUUIDv7 } from 'node:crypto';
import { WebhookEntity } from '@acme/alerts';
import { OrganizationFactory } from '@acme/identity-test';
import { type BuildContext, EntityFactory, type EntityMadeBy, type EntityOf } from '@vouch/testing/factories';

export type Webhook = EntityOf<typeof WebhookEntity>;
export type WebhookAttributes = Pick<
  Webhook,
  'id' | 'url' | 'secret' | 'failuresInRow' | 'lastFailureAt' | 'createdAt'
>;

export interface WebhookParents {
  organization: OrganizationFactory;
}

export abstract class WebhookBase extends EntityFactory<
  Webhook,
  WebhookAttributes,
  WebhookParents,
  EntityMadeBy<OrganizationFactory>
> {
  protected readonly entity = WebhookEntity;
  protected readonly parents = { organization: () => new OrganizationFactory(this.context) };

  withLastFailureAt(): this {
    return this.trait('withLastFailureAt', { lastFailureAt: new Date() });
  }

  protected defaults({ faker }: BuildContext<WebhookAttributes, WebhookParents>): WebhookAttributes {
    return {
      id: randomUUIDv7(),
      url: faker.internet.url({ appendSlash: false }),
      secret: faker.string.alphanumeric(43),
      failuresInRow: 0,
      lastFailureAt: null,
      createdAt: new Date(),
    };
  }
}
