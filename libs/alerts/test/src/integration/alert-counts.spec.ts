import { describe } from 'vitest';
import { expect, test } from '../fixtures.ts';

const none = { info: 0, warning: 0, critical: 0 };
const nothing = { raised: none, acknowledged: none, dismissed: none };
const day = 24 * 60 * 60 * 1000;

describe('Alerts.count', () => {
  test(
    'resolves with the number of each state and severity in the period',
    { meta: { promise: 'Alerts.count#returns', revision: '9c196e75' } },
    async ({ component, factories, time }) => {
      const membership = await factories.membership.owner().create();
      const { organization, user } = membership;
      const owner = { userId: user.id, organizationId: organization.id, role: 'owner' } as const;
      const daysAgo = (days: number) => new Date(time.now().getTime() - days * day + 1_000);
      const alerts = factories.alert.for(organization);
      await alerts.critical().cycle('raisedAt', [1, 7, 30, 31].map(daysAgo)).createList(4);
      await alerts.acknowledged().create({ raisedAt: daysAgo(1) });
      const raised = (critical: number) => ({ ...nothing, raised: { ...none, critical } });
      const acknowledged = { ...none, warning: 1 };
      await expect(component.alerts.count(owner, { period: 'day' })).resolves.toEqual({
        ...raised(1),
        acknowledged,
      });
      await expect(component.alerts.count(owner, {})).resolves.toEqual({ ...raised(2), acknowledged });
      await expect(component.alerts.count(owner, { period: 'month' })).resolves.toEqual({
        ...raised(3),
        acknowledged,
      });
    },
  );

  test(
    'caches the counts for up to 30 s',
    { meta: { promise: 'Alerts.count#remarks', revision: '5336fecb' } },
    async ({ component, owner, admin, time }) => {
      await component.rules.create(owner, rule);
      await component.alerts.report(owner, newEvent());
      const counted = await component.alerts.count(owner, {});
      await admin.query('delete from alerts');
      time.advance({ seconds: 29 });
      await expect(component.alerts.count(owner, {})).resolves.toEqual(counted);
      time.advance({ seconds: 1 });
      await expect(component.alerts.count(owner, {})).resolves.toEqual(nothing);
    },
  );

  test(
    'counts each change of the one who has made it',
    { meta: { promise: 'Alerts.count#remarks:2', revision: 'fb86a9f7' } },
    async ({ component: { alerts, rules }, owner }) => {
      const counted = async () => {
        const counts = await alerts.count(owner, {});
        return Object.entries(counts).flatMap(([state, { warning }]) => (warning > 0 ? [state] : []));
      };
      const { id: ruleId } = await rules.create(owner, rule);
      expect(await counted()).toEqual([]);
      const [alert] = await alerts.report(owner, newEvent());
      expect(await counted()).toEqual(['raised']);
      await alerts.acknowledge(owner, alert!.id);
      expect(await counted()).toEqual(['acknowledged']);
      await alerts.dismiss(owner, alert!.id);
      expect(await counted()).toEqual(['dismissed']);
      await rules.delete(owner, ruleId);
      expect(await counted()).toEqual([]);
    },
  );

  test(
    'counts the alerts of the actor’s organization, and caches counts per organization',
    { meta: { promise: 'Alerts.count#tenant:list', revision: '7065319a' } },
    async ({ component, owner, otherTenant }) => {
      await component.rules.create(owner, rule);
      await component.alerts.report(owner, newEvent());
      const { raised } = await component.alerts.count(owner, {});
      expect(raised).toEqual({ ...none, warning: 1 });
      await expect(component.alerts.count(otherTenant, {})).resolves.toEqual(nothing);
    },
  );
});

const rule = {
  name: 'Person',
  severity: 'warning',
  condition: { kind: 'person', minConfidence: 0.5 },
} as const;

const newEvent = () => ({ id: crypto.randomUUID(), kind: 'person', confidence: 0.9 });
