import { randomUUID } from 'node:crypto';
import { AlertClosedError, AlertNotFoundError, RuleNotFoundError } from '@acme/alerts-contract';
import { describe } from 'vitest';
import { expect, test } from '../fixtures.ts';

const newEvent = () => ({ id: randomUUID(), kind: 'person', confidence: 0.9 });
const rule = {
  name: 'Person',
  severity: 'warning',
  condition: { kind: 'person', minConfidence: 0.5 },
} as const;

describe('AlertRules', () => {
  test('are listed by name, those of the own organization alone', async ({ component, owner, stranger }) => {
    const second = await component.rules.create(owner, { ...rule, name: 'B' });
    const first = await component.rules.create(owner, { ...rule, name: 'A' });
    await component.rules.create(stranger, rule);
    await expect(component.rules.list(owner)).resolves.toEqual([first, second]);
  });

  test(
    'of another organization cannot be deleted',
    { meta: { promise: 'AlertRules.delete#throws:RuleNotFoundError', revision: 'eec584eb' } },
    async ({ component, owner, stranger }) => {
      const { id } = await component.rules.create(stranger, rule);
      await expect(component.rules.delete(owner, id)).rejects.toThrow(RuleNotFoundError);
      await component.rules.delete(stranger, id);
      await expect(component.rules.list(stranger)).resolves.toEqual([]);
    },
  );
});

describe('Alerts.report', () => {
  test(
    'resolves with an alert for each rule that the event meets',
    { meta: { promise: 'Alerts.report#returns', revision: 'fa20fee5' } },
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
    { meta: { promise: 'Alerts.report#remarks', revision: '0ebfaa46' } },
    async ({ component, owner }) => {
      await component.rules.create(owner, rule);
      const event = newEvent();
      const reports = await Promise.all([1, 2, 3].map(() => component.alerts.report(owner, event)));
      expect(reports.flat()).toHaveLength(1);
      await expect(component.alerts.report(owner, event)).resolves.toEqual([]);
    },
  );

  test(
    'tells who follows the feed of the organization, and nobody else',
    { meta: { promise: 'Alerts.report#remarks:3', revision: '0d79a6ce' } },
    async ({ component, owner, stranger }) => {
      await component.rules.create(owner, rule);
      const told: string[] = [];
      component.feed.follow(owner.organizationId, () => {
        throw new Error('a follower’s own matter');
      });
      component.feed.follow(stranger.organizationId, () => told.push('stranger'));
      const unfollow = component.feed.follow(owner.organizationId, ({ title }) => told.push(title));
      await component.alerts.report(owner, newEvent());
      unfollow();
      await component.alerts.report(owner, newEvent());
      expect(told).toEqual(['Person']);
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
});

describe('Alerts.acknowledge and dismiss', () => {
  test('change the state, and nothing more when done twice', async ({ component, factories }) => {
    const { user, organization } = await factories.membership.create();
    const actor = { userId: user.id, organizationId: organization.id, role: 'member' } as const;
    const { alerts } = await factories.alertRule.for(organization).createWithAlerts(1);
    const { id } = alerts[0]!;
    for (const _twice of [1, 2]) {
      await expect(component.alerts.acknowledge(actor, id)).resolves.toMatchObject({ state: 'acknowledged' });
    }
    for (const _twice of [1, 2]) {
      await expect(component.alerts.dismiss(actor, id)).resolves.toMatchObject({ state: 'dismissed' });
    }
    await expect(component.alerts.acknowledge(actor, id)).rejects.toThrow(AlertClosedError);
  });

  test('reject with AlertNotFoundError for the alert of another organization', async ({
    component,
    factories,
    owner,
  }) => {
    const { id } = await factories.alert.create();
    await expect(component.alerts.acknowledge(owner, id)).rejects.toThrow(AlertNotFoundError);
    await expect(component.alerts.dismiss(owner, id)).rejects.toThrow(AlertNotFoundError);
  });
});
