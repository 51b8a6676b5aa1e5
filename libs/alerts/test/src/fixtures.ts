import { type AlertsComponent, createAlerts, type Posting } from '@acme/alerts';
import type { Caches } from '@acme/cache-contract';
import { memoryCaches } from '@acme/cache-test';
import type { Actor } from '@acme/identity-contract';
import { actorOf, identityOn, SteppedClock } from '@acme/identity-test';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Admin, componentTest, type IsolatedDb, type TestDb } from '@vouch/testing';
import type { TestAPI } from 'vitest';
import { alertsContent } from './alerts-content.ts';
import { type AlertsFactories, alertsFactories } from './factories/generated/alerts-factories.ts';
import { FakeNotices } from './fakes/fake-notices.ts';
import { RecordingPost } from './fakes/recording-post.ts';

export interface AlertsFixtures {
  em: EntityManager;
  admin: Admin;
  /** A database of the test's own, to do with as it likes. */
  isolatedDb: IsolatedDb;
  /** Connections that really commit, and wait for each other. */
  committedDb: TestDb;
  /** The time that the component sees. Stateful. */
  time: SteppedClock;
  /** The component's cache, in the same time. Stateful. */
  caches: Caches;
  /** What other processes tell the component. Stateful. */
  notices: FakeNotices;
  /** Takes deliveries instead of webhooks. Stateful. */
  post: RecordingPost;
  /** The component under test. */
  component: AlertsComponent;
  factories: AlertsFactories;
  /** The owner of an organization that was made for the test. */
  owner: Actor;
  /** The owner of another one. */
  stranger: Actor;
}

const built = componentTest(alertsContent)
  .extend('time', ({}) => new SteppedClock())
  .extend('caches', ({ time }): Caches => memoryCaches(() => time.now().getTime()))
  .extend('notices', ({}) => new FakeNotices())
  .extend('post', ({}) => new RecordingPost())
  .extend('component', ({ em, caches, notices, post, time }): AlertsComponent => {
    const { tenants } = identityOn(em);
    const send = (posting: Posting) => post.post(posting);
    return createAlerts({ tenants, caches, notices, now: () => time.now(), post: send });
  })
  .extend('factories', ({ em, faker }): AlertsFactories => alertsFactories({ em, faker }))
  .extend('owner', async ({ factories }): Promise<Actor> =>
    actorOf(await factories.membership.owner().create()),
  )
  .extend('stranger', async ({ factories }): Promise<Actor> =>
    actorOf(await factories.membership.owner().create()),
  );

/** `test` with the component and all that its tests need; its type is written out as identity's is. */
export const test = built as unknown as TestAPI<AlertsFixtures>;

export { expect } from 'vitest';
