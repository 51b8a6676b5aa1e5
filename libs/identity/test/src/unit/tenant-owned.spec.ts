import { tenantOwned } from '@acme/identity-contract';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { describe } from 'vitest';
import { expect, test } from '../fixtures.ts';

const declareInvoice = () =>
  defineEntity({
    name: 'Invoice',
    properties: { id: p.uuid().primary(), organizationId: p.uuid() },
  });

describe('tenantOwned', () => {
  test('returns the same entity', { meta: { promise: 'tenantOwned#returns', revision: '3fb704a5' } }, () => {
    const Invoice = declareInvoice();
    expect(tenantOwned(Invoice)).toBe(Invoice);
  });

  test(
    'does what its example shows',
    { meta: { promise: 'tenantOwned#example', revision: '3dbcdf25' } },
    () => {
      const { meta } = tenantOwned(declareInvoice());
      expect(meta.rowLevelSecurity).toBe('force');
      expect(meta.policies.map(({ name }) => name)).toEqual(['tenant']);
      expect(meta.uniques).toEqual([{ properties: ['organizationId', 'id'] }]);
      expect(Object.keys(meta.filters)).toEqual(['tenant']);
    },
  );
});
