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
    'returns a function that ends this following, and no other',
    { meta: { promise: 'AlertFeed.follow#returns', revision: '851fba2d' } },
    async ({ component, owner }) => {
      const received: string[] = [];
      const listener = () => received.push('one');
      const [unfollow] = [
        component.feed.follow(owner.organizationId, listener),
        component.feed.follow(owner.organizationId, () => received.push('other')),
      ];
      unfollow();
      unfollow();
      await raiseOne(component, owner);
      component.feed.follow(owner.organizationId, listener);
      await raiseOne(component, owner);
      expect(received).toEqual(['other', 'other', 'one']);
    },
  );

  test(
    'passes on no alerts of other organizations',
    { meta: { promise: 'AlertFeed.follow#remarks', revision: '7d90ca13' } },
    async ({ component, owner, otherTenant }) => {
      const received: string[] = [];
      component.feed.follow(owner.organizationId, () => received.push('owner'));
      component.feed.follow(otherTenant.organizationId, () => received.push('otherTenant'));
      await raiseOne(component, otherTenant);
      expect(received).toEqual(['otherTenant']);
    },
  );

  test(
    'notifies the other listeners when one throws',
    { meta: { promise: 'AlertFeed.follow#remarks:2', revision: '824259c1' } },
    async ({ component, owner }) => {
      const received: string[] = [];
      component.feed.follow(owner.organizationId, () => received.push('first'));
      component.feed.follow(owner.organizationId, () => {
        throw new Error('its own matter');
      });
      component.feed.follow(owner.organizationId, () => received.push('last'));
      await expect(raiseOne(component, owner)).resolves.toBeUndefined();
      expect(received).toEqual(['first', 'last']);
    },
  );

  test(
    'calls onGap where alerts of other processes may have been missed',
    { meta: { promise: 'AlertFeed.follow#remarks:3', revision: '4f7960ca' } },
    async ({ component, owner, notifications }) => {
      await raiseOne(component, owner);
      const [alert] = await component.alerts.list(owner, {});
      const received: string[] = [];
      component.feed.follow(
        owner.organizationId,
        ({ id }) => received.push(id),
        () => received.push('gap'),
      );
      notifications.startListening();
      notifications.send(`${crypto.randomUUID()} ${owner.organizationId} ${alert!.id}`);
      await eventually(() => expect(received).toEqual(['gap', alert!.id]));
      notifications.send(`${crypto.randomUUID()} ${owner.organizationId} nonsense`);
      await eventually(() => expect(received).toEqual(['gap', alert!.id, 'gap']));
    },
  );
});
