import { RuleNotFoundError } from '@acme/alerts-contract';
import { refuseOn } from '@acme/platform-test';
import { describe } from 'vitest';
import { expect, test } from '../fixtures.ts';

const rule = {
  name: 'Person',
  severity: 'warning',
  condition: { kind: 'person', minConfidence: 0.5, zone: 'bay' },
} as const;

describe('AlertRules.create', () => {
  test(
    'resolves with the new rule, as it was asked for',
    { meta: { promise: 'AlertRules.create#returns', revision: 'a7d2184c' } },
    async ({ component, owner }) => {
      const created = await component.rules.create(owner, rule);
      expect(created).toEqual({ ...rule, id: expect.any(String) as string });
      await expect(component.rules.list(owner)).resolves.toEqual([created]);
    },
  );

  test(
    'makes two rules of the same, and each raises its own alert',
    { meta: { promise: 'AlertRules.create#derived:duplicate', revision: '019fc421' } },
    async ({ component, owner }) => {
      const rules = [await component.rules.create(owner, rule), await component.rules.create(owner, rule)];
      const event = { id: crypto.randomUUID(), kind: 'person', zone: 'bay', confidence: 1 };
      const alerts = await component.alerts.report(owner, event);
      expect(alerts.map(({ ruleId }) => ruleId).toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
    },
  );

  test(
    'makes nothing for another organization: it is not listed there and raises nothing there',
    { meta: { promise: 'AlertRules.create#tenant:create', revision: 'a47ee4d2' } },
    async ({ component, owner, otherTenant }) => {
      await component.rules.create(owner, rule);
      await expect(component.rules.list(otherTenant)).resolves.toEqual([]);
      const event = { id: crypto.randomUUID(), kind: 'person', zone: 'bay', confidence: 1 };
      await expect(component.alerts.report(otherTenant, event)).resolves.toEqual([]);
    },
  );
});

describe('AlertRules.list', () => {
  test(
    'resolves with all rules by name',
    { meta: { promise: 'AlertRules.list#returns', revision: 'b0ca0ce1' } },
    async ({ component, owner }) => {
      for (const name of ['B', 'C', 'A']) await component.rules.create(owner, { ...rule, name });
      const listed = await component.rules.list(owner);
      expect(listed.map(({ name }) => name)).toEqual(['A', 'B', 'C']);
    },
  );

  test(
    'lists the rules of the own organization alone',
    { meta: { promise: 'AlertRules.list#tenant:list', revision: '97190870' } },
    async ({ component, owner, otherTenant }) => {
      const own = await component.rules.create(owner, rule);
      const theirs = await component.rules.create(otherTenant, { ...rule, name: 'Theirs' });
      await expect(component.rules.list(owner)).resolves.toEqual([own]);
      await expect(component.rules.list(otherTenant)).resolves.toEqual([theirs]);
    },
  );
});

describe('AlertRules.delete', () => {
  test('takes the alerts of the rule away with it, and no others', async ({ component, owner }) => {
    const [gone, kept] = [
      await component.rules.create(owner, rule),
      await component.rules.create(owner, rule),
    ];
    const event = { id: crypto.randomUUID(), kind: 'person', zone: 'bay', confidence: 1 };
    await component.alerts.report(owner, event);
    await component.rules.delete(owner, gone.id);
    await expect(component.rules.list(owner)).resolves.toEqual([kept]);
    await expect(component.alerts.list(owner, {})).resolves.toMatchObject([{ ruleId: kept.id }]);
  });

  test(
    'rejects with RuleNotFoundError when there is no such rule',
    { meta: { promise: 'AlertRules.delete#throws:RuleNotFoundError', revision: '6d85cafb' } },
    async ({ component, owner }) => {
      const { id } = await component.rules.create(owner, rule);
      await component.rules.delete(owner, id);
      for (const unknown of [id, crypto.randomUUID()])
        await expect(component.rules.delete(owner, unknown)).rejects.toThrow(RuleNotFoundError);
    },
  );

  test(
    'leaves the rules of another organization',
    { meta: { promise: 'AlertRules.delete#tenant:change', revision: 'b492692e' } },
    async ({ component, owner, otherTenant }) => {
      const theirs = await component.rules.create(otherTenant, rule);
      await expect(component.rules.delete(owner, theirs.id)).rejects.toThrow(RuleNotFoundError);
      await expect(component.rules.list(otherTenant)).resolves.toEqual([theirs]);
    },
  );
});

describe('while the database refuses, AlertRules', () => {
  test(
    'leave everything as it was',
    { meta: { promise: 'AlertRules#derived:dependency-fails', revision: '543c6e51' } },
    async ({ component, owner, admin }) => {
      const kept = await component.rules.create(owner, rule);
      await refuseOn(admin, 'insert', 'alert_rules');
      await expect(component.rules.create(owner, rule)).rejects.toThrow('refused');
      await admin.query('drop trigger refuse on alert_rules');
      await refuseOn(admin, 'delete', 'alert_rules');
      await expect(component.rules.delete(owner, kept.id)).rejects.toThrow('refused');
      await expect(component.rules.list(owner)).resolves.toEqual([kept]);
    },
  );
});
