import type { Actor } from '@acme/platform-contract';
import { eventually } from '@vouch/testing';
import { describe } from 'vitest';
import { type AlertsFixtures, expect, test } from '../fixtures.ts';

async function raiseOne({ rules, alerts }: AlertsFixtures['component'], actor: Actor): Promise<void> {
  if ((await rules.list(actor)).length === 0)
    await rules.create(actor, {
      name: 'Any',
      severity: 'info',
      condition: { kind: 'person', minConfidence: 0 },
    });
  await alerts.report(actor, { id: crypto.randomUUID(), kind: 'person', confidence: 1 });
}

describe('AlertFeed.follow', () => {
  test(
    'gives a function that ends it, and nobody else’s following',
    { meta: { promise: 'AlertFeed.follow#returns', revision: '851fba2d' } },
    async ({ component, owner }) => {
      const told: string[] = [];
      const listener = () => told.push('one');
      const [unfollow] = [
        component.feed.follow(owner.organizationId, listener),
        component.feed.follow(owner.organizationId, () => told.push('other')),
      ];
      unfollow();
      unfollow();
      await raiseOne(component, owner);
      component.feed.follow(owner.organizationId, listener);
      await raiseOne(component, owner);
      expect(told).toEqual(['other', 'other', 'one']);
    },
  );

  test(
    'tells nothing of other organizations',
    { meta: { promise: 'AlertFeed.follow#remarks', revision: '7d90ca13' } },
    async ({ component, owner, otherTenant }) => {
      const told: string[] = [];
      component.feed.follow(owner.organizationId, () => told.push('owner'));
      component.feed.follow(otherTenant.organizationId, () => told.push('otherTenant'));
      await raiseOne(component, otherTenant);
      expect(told).toEqual(['otherTenant']);
    },
  );

  test(
    'tells the others when a listener throws',
    { meta: { promise: 'AlertFeed.follow#remarks:2', revision: '824259c1' } },
    async ({ component, owner }) => {
      const told: string[] = [];
      component.feed.follow(owner.organizationId, () => told.push('first'));
      component.feed.follow(owner.organizationId, () => {
        throw new Error('its own matter');
      });
      component.feed.follow(owner.organizationId, () => told.push('last'));
      await expect(raiseOne(component, owner)).resolves.toBeUndefined();
      expect(told).toEqual(['first', 'last']);
    },
  );

  test(
    'calls onGap where alerts of other processes may have been missed',
    { meta: { promise: 'AlertFeed.follow#remarks:3', revision: '4f7960ca' } },
    async ({ component, owner, notifications }) => {
      await raiseOne(component, owner);
      const [alert] = await component.alerts.list(owner, {});
      const told: string[] = [];
      component.feed.follow(
        owner.organizationId,
        ({ id }) => told.push(id),
        () => told.push('gap'),
      );
      notifications.startListening();
      notifications.send(`${crypto.randomUUID()} ${owner.organizationId} ${alert!.id}`);
      await eventually(() => expect(told).toEqual(['gap', alert!.id]));
      notifications.send(`${crypto.randomUUID()} ${owner.organizationId} nonsense`);
      await eventually(() => expect(told).toEqual(['gap', alert!.id, 'gap']));
    },
  );
});
