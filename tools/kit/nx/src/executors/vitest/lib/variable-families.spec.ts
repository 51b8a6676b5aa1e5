import { expect, test } from 'vitest';
import { variableFamilies } from './variable-families.ts';

test('a family contains the variables with its prefix, sorted', () => {
  const env = { PGPORT: '5432', PGHOST: 'here', PORT: '1', TZ: 'UTC' };
  expect(variableFamilies(['default', { env: 'TZ' }, { env: 'PG*' }], env)).toEqual({
    'env:PG*': '[["PGHOST","here"],["PGPORT","5432"]]',
  });
});

test('variables that differ from run to run belong to no family', () => {
  const env = { NODE_ENV: 'test', NODE_CHANNEL_FD: '3', NODE_V8_COVERAGE: '/somewhere' };
  expect(variableFamilies([{ env: 'NODE_*' }], env)).toEqual({ 'env:NODE_*': '[["NODE_ENV","test"]]' });
});
