import { randomUUID } from 'node:crypto';
import { CompiledQuery, type DatabaseConnection } from 'kysely';
import pg from 'pg';
import { beforeEach, describe, expect, test } from 'vitest';
import { Organization, sampleEntities } from '../../proof/sample/entities.ts';
import { useSampleSandbox } from '../../proof/sample/sample-sandbox.ts';
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
  test.each([1, 2])('run as in production: once per connection, and at every acquisition (%i)', async () => {
    expect([await setting('app.created'), await setting('app.reserved')]).toEqual(['yes', 'yes']);
    // MikroORM takes one more connection when an ORM is used for the first time.
    expect(calls.slice(0, 3)).toEqual(['create', 'reserve', 'reserve']);
    expect(calls.lastIndexOf('create')).toBe(0);
  });
});

describe('read replicas', () => {
  test('use the test’s connection as well, whenever they are first used', async () => {
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

  test('joins the test’s transaction', async () => {
    const pool = joined();
    await pool.query('insert into organization values ($1, $2)', [randomUUID(), 'Acme']);
    expect(await sample.em.count(Organization)).toBe(1);
    await pool.end();
    await expect(pool.query('select 1')).rejects.toThrow(/after calling end on the pool/);
  });

  test('keeps its own type parsers', async () => {
    const pool = joined({ types: { getTypeParser: () => (value: string) => `<${value}>` } });
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: '<1>' }]);
    expect(await sample.em.execute('select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('accepts callbacks, configurations and prepared statements', async () => {
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

  test('throws when a client is released twice, or used after its release', async () => {
    const client = await joined().connect();
    client.release();
    expect(() => client.release()).toThrow(/already been released/);
    await expect(client.query('select 1')).rejects.toThrow(/already released to its pool/);
  });

  test('rolls back the transaction of a client that is released as broken', async () => {
    const client = await joined().connect();
    await client.query('begin');
    await client.query('insert into organization values ($1, $2)', [randomUUID(), 'Acme']);
    client.release(true);
    expect(await sample.em.count(Organization)).toBe(0);
    expect(await sample.close()).toBe('');
  });

  test('serves waiting requests in their order', async () => {
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

  test('waits for a statement that takes longer than the idle limit', async () => {
    const pool = joined();
    const slow = pool.query('select pg_sleep(0.3)');
    const waiting = pool.query('select 1 as one');
    expect((await Promise.all([slow, waiting]))[1].rows).toEqual([{ one: 1 }]);
  });
});

describe('the life of a pool’s connections', () => {
  const joined = (
    options: pg.PoolConfig & { onConnect?: (client: pg.ClientBase) => Promise<unknown> } = {},
  ) => {
    const pool = new pg.Pool(options);
    sample.sandbox.join(PoolMembership.of(pool));
    return pool;
  };
  const left = async (pool: pg.Pool, name: string) =>
    (await pool.query<{ value: string }>('select current_setting($1, true) as value', [name])).rows[0]?.value;

  test('is the same here: a new one is prepared, and acquisitions and releases are reported', async () => {
    const heard: string[] = [];
    const pool = joined({ onConnect: (client) => client.query(`set app.greeted = 'by the hook'`) });
    for (const event of ['connect', 'acquire', 'release'] as const)
      pool.on(event as 'acquire', () => void heard.push(event));
    pool.on('connect', (client) => void client.query(`set app.heard = 'by the event'`));
    expect(await left(pool, 'app.greeted')).toBe('by the hook');
    expect(await left(pool, 'app.heard')).toBe('by the event');
    expect(heard).toEqual(['connect', 'acquire', 'release', 'acquire', 'release']);
  });

  test('replaces and prepares one that failed a query of the pool', async () => {
    let greeted = 0;
    const pool = joined();
    pool.on('connect', () => void (greeted += 1));
    await pool.query(`set app.kept = 'here'`);
    await pool.query('create temp table scratch (id int)');
    await expect(pool.query('nonsense')).rejects.toMatchObject({ code: '42601' });
    expect(await left(pool, 'app.kept')).toBe('');
    await expect(pool.query('select * from scratch')).rejects.toMatchObject({ code: '42P01' });
    expect(greeted).toBe(2);
  });

  test('a failing hook is an error of the connection', async () => {
    const pool = joined({ onConnect: () => Promise.reject(new Error('no greeting')) });
    await expect(pool.query('select 1')).rejects.toThrow('no greeting');
    await expect(joined().query('select 1')).resolves.toBeDefined();
  });

  test('wrong options are an error of the connection', async () => {
    const pool = joined({ options: '-c work_mem=much' });
    await expect(pool.query('select 1')).rejects.toMatchObject({ code: '22023' });
    await expect(joined().query('select 1')).resolves.toBeDefined();
  });

  test('each starts with its own options', async () => {
    const [one, other, plain] = [
      joined({ options: '-c work_mem=5MB', application_name: 'one' }),
      joined({ options: '-c work_mem=6MB -c search_path=pg_catalog' }),
      joined(),
    ];
    const seen = [];
    for (const pool of [one, other, plain, one]) {
      const names = ['work_mem', 'application_name', 'search_path'];
      seen.push(await Promise.all(names.map((name) => left(pool, name))));
    }
    const ofOne = ['5MB', 'one', '"$user", public'];
    expect(seen).toEqual([ofOne, ['6MB', '', 'pg_catalog'], ['4MB', '', '"$user", public'], ofOne]);
  });
});
