import { type Alert, AlertClosedError, AlertNotFoundError } from '@acme/alerts-contract';
import { refuseOn } from '@acme/platform-test';
import type { Actor } from '@acme/platform-contract';
import { describe } from 'vitest';
import { type AlertsFixtures, expect, test } from '../fixtures.ts';

const rule = { name: 'Person', severity: 'info', condition: { kind: 'person', minConfidence: 0 } } as const;
const newEvent = () => ({ id: crypto.randomUUID(), kind: 'person', confidence: 1 });

/** An alert of an organization, newly raised. */
async function raised({ rules, alerts }: AlertsFixtures['component'], actor: Actor): Promise<Alert> {
  await rules.create(actor, rule);
  return (await alerts.report(actor, newEvent()))[0]!;
}

describe('Alerts.acknowledge', () => {
  test(
    'resolves with the alert, acknowledged',
    { meta: { promise: 'Alerts.acknowledge#returns', revision: '5362cead' } },
    async ({ component, owner }) => {
      const alert = await raised(component, owner);
      const acknowledged = { ...alert, state: 'acknowledged' };
      await expect(component.alerts.acknowledge(owner, alert.id)).resolves.toEqual(acknowledged);
      await expect(component.alerts.list(owner, { state: 'acknowledged' })).resolves.toEqual([acknowledged]);
    },
  );

  test(
    'does nothing more the second time',
    { meta: { promise: 'Alerts.acknowledge#remarks', revision: '6fcb7ca1' } },
    async ({ component, owner }) => {
      const { id } = await raised(component, owner);
      const first = await component.alerts.acknowledge(owner, id);
      await expect(component.alerts.acknowledge(owner, id)).resolves.toEqual(first);
    },
  );

  test(
    'rejects with AlertClosedError when it was dismissed, and leaves it dismissed',
    { meta: { promise: 'Alerts.acknowledge#throws:AlertClosedError', revision: '6231e92a' } },
    async ({ component, owner }) => {
      const { id } = await raised(component, owner);
      await component.alerts.dismiss(owner, id);
      await expect(component.alerts.acknowledge(owner, id)).rejects.toThrow(AlertClosedError);
      await expect(component.alerts.list(owner, {})).resolves.toMatchObject([{ state: 'dismissed' }]);
    },
  );

  test(
    'rejects with AlertNotFoundError when there is no such alert',
    { meta: { promise: 'Alerts.acknowledge#throws:AlertNotFoundError', revision: 'ee6eeb77' } },
    async ({ component, owner }) => {
      const change = component.alerts.acknowledge(owner, crypto.randomUUID());
      await expect(change).rejects.toThrow(AlertNotFoundError);
    },
  );

  test(
    'leaves the alerts of another organization',
    { meta: { promise: 'Alerts.acknowledge#tenant:change', revision: '0e21e783' } },
    async ({ component, owner, otherTenant }) => {
      const theirs = await raised(component, otherTenant);
      await expect(component.alerts.acknowledge(owner, theirs.id)).rejects.toThrow(AlertNotFoundError);
      await expect(component.alerts.list(otherTenant, {})).resolves.toEqual([theirs]);
    },
  );
});

describe('Alerts.dismiss', () => {
  test(
    'resolves with the alert, dismissed, whether it was acknowledged or not',
    { meta: { promise: 'Alerts.dismiss#returns', revision: '5362cead' } },
    async ({ component, owner }) => {
      const alert = await raised(component, owner);
      const dismissed = { ...alert, state: 'dismissed' };
      await component.alerts.acknowledge(owner, alert.id);
      await expect(component.alerts.dismiss(owner, alert.id)).resolves.toEqual(dismissed);
      const [other] = (await component.alerts.report(owner, newEvent())) as [Alert];
      await expect(component.alerts.dismiss(owner, other.id)).resolves.toMatchObject({ state: 'dismissed' });
    },
  );

  test(
    'does nothing more the second time',
    { meta: { promise: 'Alerts.dismiss#remarks', revision: '6ef33881' } },
    async ({ component, owner }) => {
      const { id } = await raised(component, owner);
      const first = await component.alerts.dismiss(owner, id);
      await expect(component.alerts.dismiss(owner, id)).resolves.toEqual(first);
    },
  );

  test(
    'rejects with AlertNotFoundError when there is no such alert',
    { meta: { promise: 'Alerts.dismiss#throws:AlertNotFoundError', revision: 'ee6eeb77' } },
    async ({ component, owner }) => {
      const change = component.alerts.dismiss(owner, crypto.randomUUID());
      await expect(change).rejects.toThrow(AlertNotFoundError);
    },
  );

  test(
    'leaves the alerts of another organization',
    { meta: { promise: 'Alerts.dismiss#tenant:change', revision: '0e21e783' } },
    async ({ component, owner, otherTenant }) => {
      const theirs = await raised(component, otherTenant);
      await expect(component.alerts.dismiss(owner, theirs.id)).rejects.toThrow(AlertNotFoundError);
      await expect(component.alerts.list(otherTenant, {})).resolves.toEqual([theirs]);
    },
  );
});

describe('Alerts of two organizations', () => {
  test(
    'are raised apart, also of the same event',
    { meta: { promise: 'Alerts.report#tenant:create', revision: 'f532b5fb' } },
    async ({ component, owner, otherTenant }) => {
      for (const actor of [owner, otherTenant]) await component.rules.create(actor, rule);
      const event = newEvent();
      const [own] = await component.alerts.report(owner, event);
      await expect(component.alerts.list(otherTenant, {})).resolves.toEqual([]);
      const [theirs] = await component.alerts.report(otherTenant, event);
      expect(theirs).not.toMatchObject({ id: own!.id });
    },
  );

  test(
    'are listed apart',
    { meta: { promise: 'Alerts.list#tenant:list', revision: '34b50f7d' } },
    async ({ component, owner, otherTenant }) => {
      const [own, theirs] = [await raised(component, owner), await raised(component, otherTenant)];
      await expect(component.alerts.list(owner, { state: 'raised' })).resolves.toEqual([own]);
      await expect(component.alerts.list(otherTenant, {})).resolves.toEqual([theirs]);
    },
  );
});

describe('while the database refuses a delivery', () => {
  test(
    'no alert is raised, no follower is notified, and the event can be reported again',
    { meta: { promise: 'Alerts#derived:dependency-fails', revision: 'aa386d09' } },
    async ({ component, owner, admin }) => {
      await component.rules.create(owner, rule);
      await component.webhooks.register(owner, { url: 'https://hooks.example/a' });
      const received: Alert[] = [];
      component.feed.follow(owner.organizationId, (alert) => received.push(alert));
      const event = newEvent();
      await refuseOn(admin, 'insert', 'delivery_queue');
      await expect(component.alerts.report(owner, event)).rejects.toThrow('refused');
      await expect(component.alerts.list(owner, {})).resolves.toEqual([]);
      expect(received).toEqual([]);
      await admin.query('drop trigger refuse on delivery_queue');
      await expect(component.alerts.report(owner, event)).resolves.toHaveLength(1);
    },
  );

  test('of a changed state, the alert stays as it was', async ({ component, owner, admin }) => {
    const alert = await raised(component, owner);
    await refuseOn(admin, 'update', 'alerts');
    await expect(component.alerts.dismiss(owner, alert.id)).rejects.toThrow('refused');
    await expect(component.alerts.list(owner, {})).resolves.toEqual([alert]);
  });
});
