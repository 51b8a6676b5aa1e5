import { expect, test } from 'vitest';

const mine = [{ organizationId: 'a' }, { tenantId: 'a' }, { organization: { id: 'a' } }, { tenant: 'a' }];

test('it knows the tenant of a thing, and of all things in a list', () => {
  expect(mine[0]).toBelongToTenant('a');
  expect(mine).toBelongToTenant({ id: 'a' });
  expect({ organizationId: 'b' }).not.toBelongToTenant('a');
  expect({ other: 1 }).not.toBelongToTenant('a');
});

test('it shows the first stranger', () => {
  expect(() => expect([...mine, { organizationId: 'b' }]).toBelongToTenant('a')).toThrow(
    /expected all 5 to belong to tenant a; 1 do not, the first: .*"organizationId": "b".* \(of tenant b\)/,
  );
  expect(() => expect({}).toBelongToTenant('a')).toThrow('(of no tenant)');
});

test('negated, not even one of a list may belong to the tenant', () => {
  expect(() => expect([{ tenant: 'b' }, { tenant: 'a' }]).not.toBelongToTenant('a')).toThrow(
    /expected nothing to belong to tenant a; this does: .*"tenant": "a"/,
  );
});

test('an empty list proves nothing, negated or not', () => {
  expect(() => expect([]).toBelongToTenant('a')).toThrow('the list is empty: that proves nothing');
  expect(() => expect([]).not.toBelongToTenant('a')).toThrow('the list is empty: that proves nothing');
});
