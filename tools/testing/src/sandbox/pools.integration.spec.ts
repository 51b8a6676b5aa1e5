import { randomUUID } from 'node:crypto';
import { CompiledQuery, type DatabaseConnection } from 'kysely';
import pg from 'pg';
import { beforeEach, describe, expect, it } from 'vitest';
import { Organization, sampleEntities } from '../sample/entities.ts';
import { useSampleSandbox } from '../sample/sample-sandbox.ts';
import { PoolMembership } from './pool-membership.ts';
import { SandboxedDatabase } from './sandboxed-database.ts';
import { SandboxedOrm } from './sandboxed-orm.ts';

const calls: string[] = [];
const execute = (connection: unknown, sql: string) =>
  (connection as DatabaseConnection).executeQuery(CompiledQuery.raw(sql));

const sample = useSampleSandbox({
  onCreateConnection: async (connection) => {
    calls.push('create');
    await execute(connection, `set app.created = 'yes'`);
  },
  onReserveConnection: async (connection) => {
    calls.push('reserve');
    await execute(connection, `select set_config('app.reserved', 'yes', false)`);
  },
});

const setting = async (name: string) =>
  (await sample.em.execute<{ value: string }[]>(`select current_setting(?, true) as value`, [name]))[0]
    ?.value;

beforeEach(() => {
  calls.length = 0;
});

describe('the hooks of the ORM', () => {
  it.each([1, 2])('run as in production: once for a connection, and at every acquisition (%i)', async () => {
    expect([await setting('app.created'), await setting('app.reserved')]).toEqual(['yes', 'yes']);
    // MikroORM takes one more connection when an ORM is used for the first time.
    expect(calls.slice(0, 3)).toEqual(['create', 'reserve', 'reserve']);
    expect(calls.lastIndexOf('create')).toBe(0);
  });
});

describe('read replicas', () => {
  it('are the test’s connection too, whenever they are first asked', async () => {
    await using database = await SandboxedDatabase.over(await sample.clone());
    const { appUrl } = database.target;
    const replicas = [{ clientUrl: appUrl }, { clientUrl: appUrl }];
    const sandboxed = SandboxedOrm.over(appUrl, { entities: [...sampleEntities], replicas });
    const sandbox = database.open({ testName: 'a test' });
    sandboxed.join(sandbox);
    await sandboxed.orm.em.fork().insert(Organization, { id: randomUUID(), name: 'Acme' });
    for (let read = 0; read < 10; read += 1) {
      expect(await sandboxed.orm.em.fork().count(Organization, {}, { connectionType: 'read' })).toBe(1);
    }
    expect(await sandbox.close()).toEqual([]);
    await sandboxed.close();
  });
});

describe('a pool of the code under test', () => {
  const joined = (options: pg.PoolConfig = {}) => {
    const pool = new pg.Pool({ connectionString: sample.database.target.appUrl, ...options });
    sample.sandbox.join(PoolMembership.of(pool));
    return pool;
  };

  it('joins the test’s transaction', async () => {
    const pool = joined();
    await pool.query('insert into organization values ($1, $2)', [randomUUID(), 'Acme']);
    expect(await sample.em.count(Organization)).toBe(1);
    await pool.end();
    await expect(pool.query('select 1')).rejects.toThrow(/after calling end on the pool/);
  });

  it('keeps its own way to read values', async () => {
    const pool = joined({ types: { getTypeParser: () => (value: string) => `<${value}>` } });
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: '<1>' }]);
    expect(await sample.em.execute('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('takes callbacks, configurations and prepared statements', async () => {
    const pool = joined();
    const byCallback = new Promise((resolve, reject) =>
      pool.query('select 1 as one', (error: Error | undefined, result) => {
        if (error === undefined || error === null) resolve(result.rows);
        else reject(error);
      }),
    );
    expect(await byCallback).toEqual([{ one: 1 }]);
    const named = { name: 'by-name', text: 'select $1::int as one', values: [1], rowMode: 'array' };
    expect((await pool.query(named)).rows).toEqual([[1]]);
    expect((await pool.query(named)).rows).toEqual([[1]]);
  });

  it('is told when a client is released twice, or used after its release', async () => {
    const client = await joined().connect();
    client.release();
    expect(() => client.release()).toThrow(/already been released/);
    await expect(client.query('select 1')).rejects.toThrow(/released to its pool already/);
  });

  it('gets a client back with its transaction undone when that is released as broken', async () => {
    const client = await joined().connect();
    await client.query('begin');
    await client.query('insert into organization values ($1, $2)', [randomUUID(), 'Acme']);
    client.release(true);
    expect(await sample.em.count(Organization)).toBe(0);
    expect(await sample.close()).toBe('');
  });

  it('serves whoever waits in the order of asking', async () => {
    const pool = joined();
    const order: number[] = [];
    const one = async (number: number) => {
      const client = await pool.connect();
      order.push(number);
      await client.query('select 1');
      client.release();
    };
    await Promise.all([1, 2, 3, 4].map(one));
    expect(order).toEqual([1, 2, 3, 4]);
  });

  it('has patience with a statement that takes longer than its patience', async () => {
    const pool = joined();
    const slow = pool.query('select pg_sleep(0.3)');
    const waiting = pool.query('select 1 as one');
    expect((await Promise.all([slow, waiting]))[1].rows).toEqual([{ one: 1 }]);
  });
});
