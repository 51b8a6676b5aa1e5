import { describe, expect, test as base } from 'vitest';
import { acquireServer } from '../acquire/acquire-server.ts';
import { eventually } from '../../async/eventually.ts';
import { connect } from './connect.ts';

const test = base.extend('url', { scope: 'file' }, async ({}, { onCleanup }) => {
  const server = await acquireServer();
  onCleanup(server.release);
  return server.url;
});

describe('a connection', () => {
  test('queues statements, also behind a failing one, without a warning', async ({ url }) => {
    const warnings: Error[] = [];
    const listen = (warning: Error): void => void warnings.push(warning);
    process.on('warning', listen);
    await using connection = await connect(url);
    const sent = ['SELECT nothing', 'SELECT 1 AS n', 'SELECT 2 AS n'].map((sql) => connection.query(sql));
    expect(
      (await Promise.allSettled(sent)).map((answer) =>
        answer.status === 'fulfilled' ? answer.value : 'failed',
      ),
    ).toEqual(['failed', [{ n: 1 }], [{ n: 2 }]]);
    process.off('warning', listen);
    expect(warnings).toEqual([]);
  });

  test('reports that the connection was lost', async ({ url }) => {
    await using connection = await connect(url);
    await using other = await connect(url);
    const [self] = await connection.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await other.query('SELECT pg_terminate_backend($1, 2000)', [self?.pid]);
    await eventually(() => expect(connection.lost()).toBe(true));
  });
});
