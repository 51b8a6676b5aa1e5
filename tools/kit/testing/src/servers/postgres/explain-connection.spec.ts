import { describe, expect, test } from 'vitest';
import { explainConnection } from './explain-connection.ts';

const url = 'postgres://me:s3cret@db.test:5433/app';

describe('why a connection is refused', () => {
  test.each([
    ['ECONNREFUSED', 'no-server', 'Nothing listens at db.test:5433'],
    ['ENOTFOUND', 'no-server', 'There is no host'],
    ['28P01', 'wrong-password', 'The server refuses me'],
    ['28000', 'wrong-password', 'pg_hba.conf'],
    ['3D000', 'wrong-setting', 'no such database'],
    ['53300', 'too-many-connections', 'max_connections'],
    ['XX000', 'no-server', 'verify-database'],
  ])('%s is told as %s', (code, problem, words) => {
    const explained = explainConnection(Object.assign(new Error('the server said so'), { code }), url);
    expect(explained.code).toBe(problem);
    expect(explained.message).toContain(words);
    expect(explained.message).not.toContain('s3cret');
  });

  test('a password that was not given is asked for', () => {
    const error = new Error('SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string');
    expect(explainConnection(error, 'postgres://me@localhost:5432/app').fix).toContain('PGPASSWORD');
  });
});
