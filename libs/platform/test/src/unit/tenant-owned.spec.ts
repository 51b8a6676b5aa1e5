import { tenantOwned } from '@acme/platform';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { describe, expect, test } from 'vitest';

const declareInvoice = () =>
  defineEntity({
    name: 'Invoice',
    properties: { id: p.uuid().primary(), organizationId: p.uuid() },
  });

describe('tenantOwned', () => {
  test('returns the same entity', () => {
    const Invoice = declareInvoice();
    expect(tenantOwned(Invoice)).toBe(Invoice);
  });

  test('adds row-level security, a unique key and a filter', () => {
    const { meta } = tenantOwned(declareInvoice());
    expect(meta.rowLevelSecurity).toBe('force');
    expect(meta.policies.map(({ name }) => name)).toEqual(['tenant']);
    expect(meta.uniques).toEqual([{ properties: ['organizationId', 'id'] }]);
    expect(Object.keys(meta.filters)).toEqual(['tenant']);
  });
});
