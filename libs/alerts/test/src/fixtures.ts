import {
  type AlertsComponent,
  alertsEntities,
  alertsMigrations,
  createAlerts,
  type Posting,
} from '@acme/alerts';
import type { Caches } from '@acme/cache-contract';
import { memoryCaches } from '@acme/cache-test';
import { actorOf, identityContent } from '@acme/identity-test';
import { TenantTransactions } from '@acme/platform';
import { FakeNotifications, TestClock } from '@acme/platform-test';
import type { Actor } from '@acme/platform-contract';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Admin, componentTest, type IsolatedDb, type TestDb } from '@vouch/testing';
import type { TestAPI } from 'vitest';
import { type AlertsFactories, alertsFactories } from './factories/generated/alerts-factories.ts';
import { RecordingPost } from './fakes/recording-post.ts';

/** The content of the component's database: identity's entities and migrations, then its own. */
export const alertsContent = {
  ...identityContent,
  entities: [...identityContent.entities, ...alertsEntities],
  migrations: [...identityContent.migrations, ...alertsMigrations],
};

export interface AlertsFixtures {
  em: EntityManager;
  admin: Admin;
  /** A database that only this test uses. */
  isolatedDb: IsolatedDb;
  /** Connections that really commit and block each other. */
  committedDb: TestDb;
  /** The component's clock. Stateful. */
  time: TestClock;
  /** The component's cache, with the same clock. Stateful. */
  caches: Caches;
  /** Notifications of other processes. Stateful. */
  notifications: FakeNotifications;
  /** Records deliveries. Stateful. */
  post: RecordingPost;
  /** The component under test. */
  component: AlertsComponent;
  factories: AlertsFactories;
  /** The owner of an organization. */
  owner: Actor;
  /** The owner of another organization. */
  otherTenant: Actor;
}

const built = componentTest(alertsContent)
  .extend('time', ({}) => new TestClock())
  .extend('caches', ({ time }): Caches => memoryCaches(() => time.now().getTime()))
  .extend('notifications', ({}) => new FakeNotifications())
  .extend('post', ({}) => new RecordingPost())
  .extend('component', ({ em, caches, notifications, post, time }): AlertsComponent => {
    const tenants = new TenantTransactions(em);
    const send = (posting: Posting) => post.post(posting);
    return createAlerts({ tenants, caches, notifications, now: () => time.now(), post: send });
  })
  .extend('factories', ({ em, faker }): AlertsFactories => alertsFactories({ em, faker }))
  .extend('owner', async ({ factories }): Promise<Actor> =>
    actorOf(await factories.membership.owner().create()),
  )
  .extend('otherTenant', async ({ factories }): Promise<Actor> =>
    actorOf(await factories.membership.owner().create()),
  );

/** `test` with the fixtures of alerts. Its explicit type keeps internal types of the kit out of the declarations. */
export const test = built as unknown as TestAPI<AlertsFixtures>;

export { expect } from 'vitest';
