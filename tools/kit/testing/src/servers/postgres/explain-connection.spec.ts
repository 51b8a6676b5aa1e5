import { describe, expect, test } from 'vitest';
import { explainConnection } from './explain-connection.ts';

const url = 'postgres://me:s3cret@db.test:5433/app';

describe('the explanation of a failed connection', () => {
  test.each([
    ['ECONNREFUSED', 'no-server', 'No server listens at db.test:5433'],
    ['ENOTFOUND', 'no-server', 'does not exist'],
    ['28P01', 'wrong-password', 'The server rejects me'],
    ['28000', 'wrong-password', 'pg_hba.conf'],
    ['3D000', 'wrong-setting', 'database does not exist'],
    ['53300', 'too-many-connections', 'max_connections'],
    ['XX000', 'no-server', 'verify-database'],
  ])('%s is reported as %s', (code, problem, words) => {
    const explained = explainConnection(Object.assign(new Error('the server’s message'), { code }), url);
    expect(explained.code).toBe(problem);
    expect(explained.message).toContain(words);
    expect(explained.message).not.toContain('s3cret');
  });

  test('a missing password is reported', () => {
    const error = new Error('SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string');
    expect(explainConnection(error, 'postgres://me@localhost:5432/app').fix).toContain('PGPASSWORD');
  });
});
