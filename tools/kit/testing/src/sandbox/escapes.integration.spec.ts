import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { type EntityManager, TransactionPropagation } from '@mikro-orm/postgresql';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { Organization } from '../../proof/sample/entities.ts';
import { nextTestIsClean } from '../../proof/sample/next-test.ts';
import { useSampleSandbox } from '../../proof/sample/sample-sandbox.ts';
import { PoolMembership } from './pool-membership.ts';

// Each test tries one way for code under test to leave its sandbox. It must not leave anything behind. If the
// sandbox cannot prevent that, the test must fail, and the next one must find everything unchanged.

const sample = useSampleSandbox();

const add = (em: EntityManager, name = 'Acme') => em.insert(Organization, { id: randomUUID(), name });
const insert = `insert into organization values (gen_random_uuid(), 'escaped')`;
const nativePool = () => sample.em.getConnection().getNativeClient();

describe('another connection', () => {
  test('by a pool of the code is rejected, and fails the test even if the error is caught', async () => {
    await add(sample.em);
    const pool = new pg.Pool({ connectionString: sample.database.target.appUrl });
    await expect(pool.query(insert)).rejects.toThrow(/second connection .* sandboxed test/);
    await pool.end();
    expect(await sample.close()).toContain('db.join(pool)');
    await nextTestIsClean(sample);
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
    await nextTestIsClean(sample);
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
    await nextTestIsClean(sample);
  });

  test('for REQUIRES_NEW fails in the same way', async () => {
    const nested = sample.em.transactional((em) =>
      em.transactional((inner) => add(inner), { propagation: TransactionPropagation.REQUIRES_NEW }),
    );
    await expect(nested).rejects.toThrow(/REQUIRES_NEW/);
    expect(await sample.close()).toContain('committedDb');
    await nextTestIsClean(sample);
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
      await nextTestIsClean(sample);
    },
  );

  test('beside other statements in one text is rejected', async () => {
    await expect(sample.em.execute(`${insert}; commit`)).rejects.toThrow(/begins or ends a transaction/);
    expect(await sample.close()).toContain('committedDb');
    await nextTestIsClean(sample);
  });

  test('BEGIN on a connection that is released to the pool fails the test, and is rolled back', async () => {
    await sample.em.execute('begin');
    await sample.em.execute(insert);
    expect(await sample.close()).toContain('with an open transaction');
    await nextTestIsClean(sample);
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
    await nextTestIsClean(sample);
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
    await nextTestIsClean(sample);
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
    await nextTestIsClean(sample);
  });

  test('as a running statement fails the test, and is cancelled', async () => {
    const sleeping = sample.em.execute('select pg_sleep(60)').catch((error: Error) => error.message);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await sample.close()).toContain('its last statement: select pg_sleep(60)');
    expect(await sleeping).toMatch(/terminat|ECONNRESET/i);
    await nextTestIsClean(sample);
  });

  test('and continues later is rejected with the name of its test', async () => {
    const { em } = sample;
    expect(await sample.close()).toBe('');
    await expect(add(em, 'escaped')).rejects.toThrow(/while no test/);
    await nextTestIsClean(sample);
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
