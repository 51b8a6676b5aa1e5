import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { useSampleSandbox } from '../../proof/sample/sample-sandbox.ts';
import { connectUnguarded } from './database/foreign-clients.ts';
import { PoolMembership } from './pool-membership.ts';
import type { Sandbox } from './sandbox.ts';

// The list in docs/isolation.md, "What stays different", as far as more than one connection or test is needed to show
// it. The rest is in differential/cases/documented.ts.

const sample = useSampleSandbox();

function joined(options: pg.PoolConfig = {}, sandbox: Sandbox = sample.sandbox): pg.Pool {
  const pool = new pg.Pool(options);
  sandbox.join(PoolMembership.of(pool));
  return pool;
}

const setting = async (pool: pg.Pool, name: string): Promise<string | null | undefined> =>
  (await pool.query<{ value: string | null }>('select current_setting($1, true) as value', [name])).rows[0]
    ?.value;

describe('all pools of a test share one connection', () => {
  test('settings, prepared statements and temporary tables of one pool are visible to the others', async () => {
    const [one, other] = [joined(), joined()];
    await one.query(`set app.shared = 'yes'`);
    await one.query('create temp table shared as select 1 as one');
    await one.query('prepare shared as select * from shared');
    expect(await setting(other, 'app.shared')).toBe('yes');
    expect((await other.query('execute shared')).rows).toEqual([{ one: 1 }]);
  });

  test('locks do not exclude another pool', async () => {
    const [one, other] = [joined(), joined()];
    await one.query(`insert into plan values ('a')`);
    await one.query('select from plan for update');
    await expect(other.query('select from plan for update nowait')).resolves.toBeDefined();
  });

  test('the URL of a pool, its size and its counters have no meaning', async () => {
    const pool = joined({ connectionString: 'postgres://none:wrong@nowhere.test/none', max: 5 });
    await expect(pool.query('select 1')).resolves.toBeDefined();
    expect([pool.totalCount, pool.idleCount, pool.waitingCount]).toEqual([0, 0, 0]);
  });
});

describe('concurrent tests wait for each other', () => {
  const insert = `insert into plan values ('same')`;
  const lock = 'select pg_advisory_xact_lock(1)';

  test.each([
    ['the same unique value', insert, insert],
    ['the same advisory lock', lock, lock],
  ])('for %s, even after a commit', async (_, first, second) => {
    const other = sample.database.open({ testName: 'a concurrent test' });
    const [mine, theirs] = [joined(), joined({}, other)];
    await mine.query(first);
    await theirs.query('set lock_timeout = 50');
    await expect(theirs.query(second)).rejects.toMatchObject({ code: '55P03' });
    expect(await other.close()).toEqual([]);
  });
});

test('a custom setting of an earlier test reads as empty, not as unknown', async () => {
  const name = `app.x${randomUUID().slice(0, 8)}`;
  const pool = joined();
  expect(await setting(pool, name)).toBeNull();
  await pool.query(`set ${name} = 'x'`);
  expect(await sample.close()).toBe('');
  const next = sample.database.open({ testName: 'the next test' });
  expect(await setting(joined({}, next), name)).toBe('');
  expect(await next.close()).toEqual([]);
});

test('a sequence continues after the previous test’s value', async () => {
  const next = async (pool: pg.Pool) =>
    Number((await pool.query<{ n: string }>(`select nextval('ticket_number_seq') as n`)).rows[0]?.n);
  const before = await next(joined());
  expect(await sample.close()).toBe('');
  const sandbox = sample.database.open({ testName: 'the next test' });
  expect(await next(joined({}, sandbox))).toBe(before + 1);
  expect(await sandbox.close()).toEqual([]);
});

test('a NOTIFY reaches no listener', async () => {
  const listener = new pg.Client({ connectionString: sample.database.target.adminUrl });
  await connectUnguarded(listener);
  const heard: string[] = [];
  listener.on('notification', ({ payload }) => void heard.push(payload ?? ''));
  await listener.query('listen jobs');
  await joined().query(`notify jobs, 'lost'`);
  expect(await sample.close()).toBe('');
  await listener.query(`notify jobs, 'heard'`);
  await listener.end();
  expect(heard).toEqual(['heard']);
});

test('an error that a database function catches does not fail the test', async () => {
  await joined().query(`do $$ begin perform lock_inside(); exception when others then null; end $$`);
  expect(await sample.close()).toBe('');
});
