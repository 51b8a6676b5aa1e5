import { expect, test } from 'vitest';

const mine = [{ organizationId: 'a' }, { tenantId: 'a' }, { organization: { id: 'a' } }, { tenant: 'a' }];

test('it finds the tenant of an item, and of all items in a list', () => {
  expect(mine[0]).toBelongToTenant('a');
  expect(mine).toBelongToTenant({ id: 'a' });
  expect({ organizationId: 'b' }).not.toBelongToTenant('a');
  expect({ other: 1 }).not.toBelongToTenant('a');
});

test('it prints the first item of another tenant', () => {
  expect(() => expect([...mine, { organizationId: 'b' }]).toBelongToTenant('a')).toThrow(
    /expected all 5 to belong to tenant a; 1 do not, the first: .*"organizationId": "b".* \(of tenant b\)/,
  );
  expect(() => expect({}).toBelongToTenant('a')).toThrow('(of no tenant)');
});

test('negated, no item of a list may belong to the tenant', () => {
  expect(() => expect([{ tenant: 'b' }, { tenant: 'a' }]).not.toBelongToTenant('a')).toThrow(
    /expected nothing to belong to tenant a; this does: .*"tenant": "a"/,
  );
});

test('an empty list proves nothing, negated or not', () => {
  expect(() => expect([]).toBelongToTenant('a')).toThrow('the list is empty: that proves nothing');
  expect(() => expect([]).not.toBelongToTenant('a')).toThrow('the list is empty: that proves nothing');
});
