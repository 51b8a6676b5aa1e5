import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { type EntityManager, TransactionPropagation } from '@mikro-orm/postgresql';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { Organization } from '../../proof/sample/entities.ts';
import { useSampleSandbox } from '../../proof/sample/sample-sandbox.ts';
import { connectUnguarded } from './database/foreign-clients.ts';
import { PoolMembership } from './pool-membership.ts';

// Each test tries one way for code under test to leave its sandbox. It must not leave anything behind. If the
// sandbox cannot prevent that, the test must fail, and the next one must find everything unchanged.

const sample = useSampleSandbox();

const add = (em: EntityManager, name = 'Acme') => em.insert(Organization, { id: randomUUID(), name });
const insert = `insert into organization values (gen_random_uuid(), 'escaped')`;
const nativePool = () => sample.em.getConnection().getNativeClient();

/** Expects that another connection sees nothing of the test after its end. */
async function committed(): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: sample.database.target.adminUrl });
  await connectUnguarded(client);
  const sql = `select name as left from organization union all select relname from pg_class where relname like 'escape%'
    union all select 'a lock' from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`;
  const { rows } = await client.query<{ left: string }>(sql).finally(() => client.end());
  return rows;
}

async function inNextTest<T>(work: () => Promise<T>): Promise<T> {
  const next = sample.database.open({ testName: 'the next test' });
  sample.sandboxed.join(next);
  try {
    return await work();
  } finally {
    expect(await next.close()).toEqual([]);
  }
}

async function nextTestIsClean(): Promise<void> {
  expect(await inNextTest(() => sample.sandboxed.orm.em.fork().count(Organization))).toBe(0);
  expect(await committed()).toEqual([]);
}

describe('another connection', () => {
  test('by a pool of the code is rejected, and fails the test even if the error is caught', async () => {
    await add(sample.em);
    const pool = new pg.Pool({ connectionString: sample.database.target.appUrl });
    await expect(pool.query(insert)).rejects.toThrow(/second connection .* sandboxed test/);
    await pool.end();
    expect(await sample.close()).toContain('db.join(pool)');
    await nextTestIsClean();
  });

  test('from another process is rejected by the server', async () => {
    const script = `import pg from 'pg'; const c = new pg.Client({ connectionString: process.env.URL });
      await c.connect().catch((error) => { console.log(error.code); process.exit(); }); await c.query("${insert}"); await c.end();`;
    const env = { ...process.env, URL: sample.database.target.appUrl };
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      env,
    });
    expect(stdout.trim()).toBe('42501');
    expect(await sample.close()).toBe('');
    await nextTestIsClean();
  });

  test('during another one’s use fails soon, and names both places', async () => {
    const stuck = sample.em.transactional(async (em) => {
      await add(em);
      await add(sample.em.fork(), 'needs a second connection');
    });
    await expect(stuck).rejects.toThrow(
      /second database connection was requested while the first was in use/,
    );
    const problems = await sample.close();
    expect(problems).toContain('escapes.integration.spec.ts');
    expect(problems).toContain('its last statement: insert into "organization"');
    expect(problems).toContain('committedDb');
    await nextTestIsClean();
  });

  test('for REQUIRES_NEW fails in the same way', async () => {
    const nested = sample.em.transactional((em) =>
      em.transactional((inner) => add(inner), { propagation: TransactionPropagation.REQUIRES_NEW }),
    );
    await expect(nested).rejects.toThrow(/REQUIRES_NEW/);
    expect(await sample.close()).toContain('committedDb');
    await nextTestIsClean();
  });
});

describe('transaction control as SQL text', () => {
  test.each(['commit', 'COMMIT', '/* done */ end;', 'rollback'])(
    '%j inside em.transactional() fails the test',
    async (sql) => {
      const early = sample.em.transactional(async (em) => {
        await add(em, 'escaped');
        await em.execute(sql);
      });
      await expect(early).rejects.toThrow(/without a transaction/);
      expect(await sample.close()).toContain('as SQL text');
      await nextTestIsClean();
    },
  );

  test('beside other statements in one text is rejected', async () => {
    await expect(sample.em.execute(`${insert}; commit`)).rejects.toThrow(/begins or ends a transaction/);
    expect(await sample.close()).toContain('committedDb');
    await nextTestIsClean();
  });

  test('BEGIN on a connection that is released to the pool fails the test, and is rolled back', async () => {
    await sample.em.execute('begin');
    await sample.em.execute(insert);
    expect(await sample.close()).toContain('with an open transaction');
    await nextTestIsClean();
  });

  test('BEGIN inside a transaction fails the test', async () => {
    await expect(sample.em.transactional((em) => em.execute('begin'))).rejects.toThrow(
      /BEGIN inside a transaction/,
    );
    expect(await sample.close()).toContain('ends the outer transaction early');
  });

  test('in pairs, on a separate client, works', async () => {
    const client = await (await nativePool()).connect();
    for (const sql of ['begin', insert, 'commit', 'begin', insert, 'rollback']) await client.query(sql);
    client.release();
    expect(await sample.em.count(Organization)).toBe(1);
    expect(await sample.close()).toBe('');
    await nextTestIsClean();
  });

  test('of a two-phase commit is rejected', async () => {
    await expect(sample.em.execute(`prepare transaction 'x'`)).rejects.toThrow(/two-phase/);
    expect(await sample.close()).toContain('isolatedDb');
  });

  test('inside a procedure is rejected by the server, and fails the test', async () => {
    await expect(sample.em.execute('call commit_inside()')).rejects.toThrow(
      /This procedure ends transactions/,
    );
    expect(await sample.close()).toContain('committedDb');
    await nextTestIsClean();
  });
});

describe('work that outlives its test', () => {
  test('as an open transaction fails the test with its position, and is rolled back', async () => {
    const em = sample.em.fork();
    await em.begin();
    await add(em, 'escaped');
    const problems = await sample.close();
    expect(problems).toContain('still in use');
    expect(problems).toContain('escapes.integration.spec.ts');
    await expect(em.commit()).rejects.toThrow(/after the end of its test/);
    await nextTestIsClean();
  });

  test('as a running statement fails the test, and is cancelled', async () => {
    const sleeping = sample.em.execute('select pg_sleep(60)').catch((error: Error) => error.message);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await sample.close()).toContain('its last statement: select pg_sleep(60)');
    expect(await sleeping).toMatch(/terminat|ECONNRESET/i);
    await nextTestIsClean();
  });

  test('and continues later is rejected with the name of its test', async () => {
    const { em } = sample;
    expect(await sample.close()).toBe('');
    await expect(add(em, 'escaped')).rejects.toThrow(/while no test/);
    await nextTestIsClean();
  });

  test('but ends within the grace is accepted', async () => {
    const patient = sample.database.open({ testName: 'a test with a long grace', grace: 30_000 });
    const pool = new pg.Pool();
    patient.join(PoolMembership.of(pool));
    const late = pool.query('select pg_sleep(0.02)');
    await new Promise((resolve) => setImmediate(resolve));
    expect(await patient.close()).toEqual([]);
    await expect(late).resolves.toBeDefined();
  });
});

describe('the state of a session', () => {
  test.each(['listen jobs', 'select pg_advisory_lock(1)'])(
    '%j is rejected and fails the test',
    async (sql) => {
      await expect(sample.em.execute(sql)).rejects.toThrow(/sandboxed test cannot run/);
      expect(await sample.close()).toMatch(/committedDb|isolatedDb/);
    },
  );

  test('an advisory lock in a function is rejected by the server, and fails the test', async () => {
    await expect(sample.em.execute('select lock_inside()')).rejects.toMatchObject({ code: '42501' });
    expect(await sample.close()).toContain('committedDb');
    await nextTestIsClean();
  });

  test('prepared statements, the driver’s included, are gone in the next test', async () => {
    const pool = await nativePool();
    const named = (text: string) => pool.query({ name: 'escape', text });
    await sample.em.execute('prepare escape_too as select 1');
    await named('select 1 as one');
    expect(await sample.close()).toBe('');
    const found = await inNextTest(async () => [
      (await named('select 2 as two')).rows,
      await sample.em.execute('select name from pg_prepared_statements'),
    ]);
    expect(found).toEqual([[{ two: 2 }], [{ name: 'escape' }]]);
  });

  test('the last value of a sequence is not known in the next test', async () => {
    await sample.em.execute(`select nextval('ticket_number_seq')`);
    expect(await sample.close()).toBe('');
    const lastValue = inNextTest(() => sample.em.execute('select lastval()'));
    await expect(lastValue).rejects.toMatchObject({ code: '55000' });
  });

  test('temporary tables, tables, indexes and roles’ rights are rolled back', async () => {
    await sample.em.execute('create temporary table escape_temporary (id int)');
    await expect(sample.em.execute('create table escape (id int)')).rejects.toMatchObject({ code: '42501' });
    await sample.database.admin.query('create table escape_admin (id int)');
    await sample.database.admin.query('create index escape_index on organization (name)');
    await sample.database.admin.query('truncate plan');
    expect(await sample.close()).toBe('');
    await nextTestIsClean();
  });
});

describe('the server', () => {
  test.each(['vacuum', 'create index concurrently escape on organization (name)', 'create database escape'])(
    'rejects %j, and the test fails',
    async (sql) => {
      await expect(sample.database.admin.query(sql)).rejects.toThrow(/isolatedDb/);
      expect(await sample.close()).toContain('cannot run in a transaction');
      await nextTestIsClean();
    },
  );

  test('can end the connection, which fails the test, and the next test gets a new one', async () => {
    await add(sample.em, 'escaped');
    const suicide = sample.database.admin.query('select pg_terminate_backend(pg_backend_pid())');
    await expect(suicide).rejects.toThrow(/terminat/);
    expect(await sample.close()).toContain('The connection of the test was ended');
    await nextTestIsClean();
  });

  test('cancels a statement for an abort signal, and the test continues', async () => {
    await add(sample.em);
    const signal = AbortSignal.timeout(20);
    const query = sample.em.getKysely().selectNoFrom((eb) => eb.fn('pg_sleep', [eb.lit(30)]).as('slept'));
    await expect(query.execute({ signal, inflightQueryAbortStrategy: 'cancel query' })).rejects.toThrow(
      'aborted due to timeout',
    );
    expect(await sample.em.fork().count(Organization)).toBe(1);
    expect(await sample.close()).toBe('');
  });
});
