import { randomUUID } from 'node:crypto';
import type { Alert } from '@acme/alerts-contract';
import { actorOf } from '@acme/identity-test';
import { describe } from 'vitest';
import { expect, test } from '../fixtures.ts';

const newEvent = () => ({ id: randomUUID(), kind: 'person', confidence: 0.9 });
const rule = {
  name: 'Person',
  severity: 'warning',
  condition: { kind: 'person', minConfidence: 0.5 },
} as const;

interface Delivered {
  readonly alert: Alert;
}

describe('Alerts.report', () => {
  test(
    'resolves with an alert for each rule that the event meets',
    { meta: { promise: 'Alerts.report#returns', revision: 'fdda43af' } },
    async ({ component, owner }) => {
      await component.rules.create(owner, rule);
      await component.rules.create(owner, { ...rule, condition: { kind: 'car', minConfidence: 0.5 } });
      const event = newEvent();
      const raised = await component.alerts.report(owner, event);
      expect(raised).toMatchObject([
        { title: 'Person', severity: 'warning', state: 'raised', eventId: event.id },
      ]);
      await expect(component.alerts.list(owner, {})).resolves.toEqual(raised);
    },
  );

  test(
    'raises no second alert of the same event',
    { meta: { promise: 'Alerts.report#remarks', revision: 'e7d93e82' } },
    async ({ component, owner }) => {
      await component.rules.create(owner, rule);
      const event = newEvent();
      const reports = await Promise.all([1, 2, 3].map(() => component.alerts.report(owner, event)));
      expect(reports.flat()).toHaveLength(1);
      await expect(component.alerts.report(owner, event)).resolves.toEqual([]);
    },
  );

  test(
    'notifies the followers of the organization’s feed, and no others',
    { meta: { promise: 'Alerts.report#remarks:3', revision: '18193013' } },
    async ({ component, owner, otherTenant }) => {
      await component.rules.create(owner, rule);
      const received: string[] = [];
      component.feed.follow(owner.organizationId, () => {
        throw new Error('a follower’s own matter');
      });
      component.feed.follow(otherTenant.organizationId, () => received.push('otherTenant'));
      const unfollow = component.feed.follow(owner.organizationId, ({ title }) => received.push(title));
      await component.alerts.report(owner, newEvent());
      unfollow();
      await component.alerts.report(owner, newEvent());
      expect(received).toEqual(['Person']);
    },
  );

  test(
    'has each new alert delivered to each webhook of the organization once',
    { meta: { promise: 'Alerts.report#remarks:2', revision: '2a3aa320' } },
    async ({ component, owner, otherTenant, post }) => {
      for (const name of ['One', 'Two']) await component.rules.create(owner, { ...rule, name });
      for (const path of ['a', 'b'])
        await component.webhooks.register(owner, { url: `https://hooks.example/${path}` });
      await component.webhooks.register(otherTenant, { url: 'https://hooks.example/otherTenant' });
      const event = newEvent();
      const alerts = await component.alerts.report(owner, event);
      await component.alerts.report(owner, event);
      while ((await component.deliveries.run()) > 0);
      const delivered = post.posted.map(({ url, body }) => [
        url.at(-1),
        (JSON.parse(body) as Delivered).alert.id,
      ]);
      const expected = alerts.flatMap(({ id }) => [
        ['a', id],
        ['b', id],
      ]);
      expect(delivered.toSorted()).toEqual(expected.toSorted());
    },
  );
});

describe('Alerts.list', () => {
  test(
    'resolves with the newest first, of one state when asked',
    { meta: { promise: 'Alerts.list#returns', revision: '2b48a386' } },
    async ({ component, factories }) => {
      const { user, organization } = await factories.membership.owner().create();
      const actor = { userId: user.id, organizationId: organization.id, role: 'owner' } as const;
      const days = [1, 3, 2].map((day) => new Date(Date.UTC(2030, 0, day)));
      await factories.alert.for(organization).critical().cycle('raisedAt', days).createList(3);
      await factories.alert.for(organization).critical().acknowledged().create();
      await factories.alert.create();
      const raised = await component.alerts.list(actor, { state: 'raised' });
      expect(raised.map(({ raisedAt }) => raisedAt.slice(8, 10))).toEqual(['03', '02', '01']);
      expect(raised[0]).toMatchObject({ severity: 'critical' });
      await expect(component.alerts.list(actor, {})).resolves.toHaveLength(4);
    },
  );

  test('resolves with the newest hundred, and no more', async ({ component, factories }) => {
    const membership = await factories.membership.owner().create();
    const times = Array.from({ length: 101 }, (_, minute) => new Date(Date.UTC(2030, 0, 1, 0, minute)));
    const rule = await factories.alertRule.for(membership.organization).create();
    const alerts = factories.alert.for(membership.organization).associations({ rule });
    await alerts.cycle('raisedAt', times).createList(101);
    const listed = await component.alerts.list(actorOf(membership), {});
    expect(listed).toHaveLength(100);
    expect(listed.at(-1)).toMatchObject({ raisedAt: times[1]!.toISOString() });
  });
});
