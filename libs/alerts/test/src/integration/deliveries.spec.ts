import { randomUUID } from 'node:crypto';
import { type AlertsComponent, createAlerts } from '@acme/alerts';
import { memoryCaches } from '@acme/cache-test';
import { actorOf } from '@acme/identity-test';
import { TenantTransactions } from '@acme/platform';
import type { Actor } from '@acme/platform-contract';
import type { EntityManager } from '@mikro-orm/postgresql';
import { describe } from 'vitest';
import { alertsFactories } from '../factories/generated/alerts-factories.ts';
import type { RecordingPost } from '../fakes/recording-post.ts';
import { expect, test } from '../fixtures.ts';

const rule = { name: 'Person', severity: 'info', condition: { kind: 'person', minConfidence: 0 } } as const;

/** An alert that one webhook is to get. */
async function queueOne({ rules, webhooks, alerts }: AlertsComponent, actor: Actor): Promise<string> {
  await rules.create(actor, rule);
  const { id } = await webhooks.register(actor, { url: 'https://hooks.example/a' });
  await alerts.report(actor, { id: randomUUID(), kind: 'person', confidence: 1 });
  return id;
}

describe('Deliveries.run', () => {
  test(
    'resolves with how many deliveries it tried, failed ones included',
    { meta: { promise: 'Deliveries.run#returns', revision: 'b6721b65' } },
    async ({ component, owner, otherTenant, post }) => {
      await expect(component.deliveries.run()).resolves.toBe(0);
      await queueOne(component, owner);
      await queueOne(component, otherTenant);
      post.fail(1);
      await expect(component.deliveries.run()).resolves.toBe(2);
      await expect(component.deliveries.run()).resolves.toBe(0);
    },
  );

  test(
    'tries nothing again that was accepted',
    { meta: { promise: 'Deliveries.run#remarks', revision: '5f7a7233' } },
    async ({ component, owner, post, time }) => {
      await queueOne(component, owner);
      await expect(component.deliveries.run()).resolves.toBe(1);
      time.advance({ days: 1 });
      await expect(component.deliveries.run()).resolves.toBe(0);
      expect(post.posted).toHaveLength(1);
    },
  );

  test(
    'waits longer after each failure, and gives up after eight tries',
    { meta: { promise: 'Deliveries.run#remarks:3', revision: '25be702c' } },
    async ({ component, owner, post, time, admin }) => {
      await queueOne(component, owner);
      post.fail(100);
      const tries = [];
      for (let day = 0; day < 10; day += 1) {
        tries.push(await component.deliveries.run());
        await expect(component.deliveries.run()).resolves.toBe(0);
        time.advance({ days: 1 });
      }
      expect(tries).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 0, 0]);
      await expect(admin.query('select state from deliveries')).resolves.toEqual([{ state: 'given-up' }]);
    },
  );

  test(
    'leaves a webhook alone for a minute that failed five times in a row, at no cost of tries',
    { meta: { promise: 'Deliveries.run#remarks:4', revision: 'f376ea63' } },
    async ({ component, owner, post, time, admin }) => {
      const webhook = await queueOne(component, owner);
      await admin.query('update webhooks set failures_in_row = 5, last_failure_at = $1', [time.now()]);
      time.advance({ seconds: 59 });
      await expect(component.deliveries.run()).resolves.toBe(0);
      await expect(admin.query('select tries from delivery_queue')).resolves.toEqual([{ tries: 0 }]);
      time.advance({ seconds: 61 });
      await expect(component.deliveries.run()).resolves.toBe(1);
      const [row] = await admin.query('select failures_in_row as failures from webhooks where id = $1', [
        webhook,
      ]);
      expect(row).toEqual({ failures: 0 });
      expect(post.posted).toHaveLength(1);
    },
  );

  test(
    'takes up again what was being tried when its process ended',
    { meta: { promise: 'Deliveries.run#remarks:5', revision: 'ca26a6ab' } },
    async ({ component, owner, post, time, admin }) => {
      await queueOne(component, owner);
      await admin.query('update delivery_queue set tries = 1, due_at = $1', [
        new Date(time.now().getTime() + 60_000),
      ]);
      await expect(component.deliveries.run()).resolves.toBe(0);
      time.advance({ seconds: 60 });
      await expect(component.deliveries.run()).resolves.toBe(1);
      expect(post.posted).toHaveLength(1);
    },
  );

  test(
    'tries nothing twice when two run at once',
    { meta: { promise: 'Deliveries.run#remarks:2', revision: '7bff03c8' } },
    async ({ committedDb, post }) => {
      const { component, owner } = await composedOn(committedDb.em, post);
      for (let round = 0; round < 10; round += 1) await queueOne(component, owner);
      const { length: due } = await committedDb.admin.query('select from delivery_queue');
      const runs = Array.from({ length: 8 }, () => component.deliveries.run());
      const tried = (await Promise.all(runs)).reduce((sum, count) => sum + count, 0);
      expect(new Set(post.posted.map(({ headers }) => headers['webhook-id'])).size).toBe(tried);
      expect(post.posted).toHaveLength(tried);
      expect(tried).toBeLessThanOrEqual(due);
    },
  );
});

/** The component on a database where connections are real, and wait for each other. */
async function composedOn(em: EntityManager, post: RecordingPost) {
  const membership = await alertsFactories({ em }).membership.owner().create();
  const component = createAlerts({
    tenants: new TenantTransactions(em),
    caches: memoryCaches(),
    post: (posting) => post.post(posting),
  });
  return { component, owner: actorOf(membership) };
}
