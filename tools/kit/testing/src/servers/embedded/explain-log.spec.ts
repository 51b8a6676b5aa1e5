import { describe, expect, test } from 'vitest';
import { explainLog } from './explain-log.ts';

const context = { action: 'start', folder: '/data', port: 5999 } as const;

describe('the explanation of a PostgreSQL log', () => {
  test.each([
    [
      'port-taken',
      'Port 5999',
      'LOG:  could not bind IPv4 address "127.0.0.1": Address already in use\nFATAL:  could not create any TCP/IP sockets',
    ],
    ['disk-full', '/data', 'FATAL:  could not write lock file "postmaster.pid": No space left on device'],
    [
      'shared-memory-too-small',
      '--shm-size',
      'FATAL:  could not map anonymous shared memory: Cannot allocate memory',
    ],
    [
      'shared-memory-too-small',
      '--shm-size',
      'ERROR:  could not resize shared memory segment "/PostgreSQL.1" to 1048576 bytes: No space left on device',
    ],
    [
      'data-of-other-version',
      'created by PostgreSQL 15; this is PostgreSQL 18.4.',
      'FATAL:  database files are incompatible with server\nDETAIL:  The data directory was initialized by PostgreSQL version 15, which is not compatible with this version 18.4.',
    ],
    ['data-in-use', 'kill -INT', 'FATAL:  lock file "postmaster.pid" already exists'],
    ['no-permission', 'ls -ld /data', 'FATAL:  data directory "/data" has invalid permissions'],
    ['no-permission', 'ls -ld /data', 'initdb: error: could not create directory "/data": Permission denied'],
  ])('reports %s (%s)', (code, words, log) => {
    expect(explainLog(log, context)).toMatchObject({
      code,
      message: expect.stringContaining(words) as string,
    });
  });

  test('quotes the end of an unknown log', () => {
    expect(explainLog('FATAL:  the moon is full', context)).toMatchObject({
      code: 'server-failed',
      message: expect.stringContaining('FATAL:  the moon is full') as string,
    });
  });
});
