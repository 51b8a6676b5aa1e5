import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { useSampleSandbox } from '../sample/sample-sandbox.ts';
import { PoolMembership } from './join-pool.ts';

// The same statements, at random, to a real connection and to one in a sandbox: every answer must be the same.

const id = (number: number) => `00000000-0000-4000-8000-00000000000${number}`;

const statements = [
  ...['begin', 'begin', 'begin read only', 'begin isolation level serializable'],
  ...['commit', 'commit', 'rollback'],
  ...['savepoint a', 'savepoint b', 'release a', 'rollback to a', 'rollback to savepoint b'],
  ...['a', 'b', 'c'].map((code) => `insert into plan values ('${code}')`),
  `insert into plan values ('d'); insert into plan values ('d')`,
  `delete from plan where code = 'a'`,
  'select code from plan order by code',
  'select 1/0',
  'nonsense',
  'lock table plan',
  `insert into organization values ('${id(1)}', 'Acme')`,
  `set local app.organization = '${id(1)}'`,
  `select set_config('app.organization', '${id(1)}', true)`,
  `set app.organization = '${id(2)}'`,
  `select coalesce(current_setting('app.organization', true), '') as organization`,
  `insert into note values ('${id(3)}', '${id(1)}', 'dangling', '${id(4)}')`,
  `insert into note values ('${id(4)}', '${id(1)}', 'its parent')`,
  'select text from note order by text',
  'set constraints all deferred',
  `insert into users values ('${id(5)}', 'a@example.test')`,
  `insert into membership values ('${id(6)}', '${id(7)}', '${id(5)}', 'owner')`,
  'select count(*)::int as members from membership',
  'set transaction read only',
];

const sample = useSampleSandbox();
let pool: pg.Pool;

beforeAll(async () => {
  const { adminUrl, appUrl } = await sample.clone();
  pool = new pg.Pool({ connectionString: appUrl, max: 1 });
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query('grant truncate on all tables in schema public to vouch_app').finally(() => admin.end());
});

afterAll(() => pool.end());

interface Queryable {
  query(sql: string): Promise<pg.QueryResult | pg.QueryResult[]>;
}

async function answer(client: Queryable, sql: string): Promise<unknown> {
  try {
    const results = [await client.query(sql)].flat();
    return results.map(({ command, rows }) => ({ command, rows: rows as unknown[] }));
  } catch (error) {
    return (error as pg.DatabaseError).code ?? error;
  }
}

/** Statements that do not pair up: production only warns, and the sandbox makes the test fail. */
function paired(sql: string, inTransaction: boolean): boolean {
  if (/^(begin|start)/.test(sql)) return !inTransaction;
  return /^(commit|rollback$|set transaction|set constraints)/.test(sql) ? inTransaction : true;
}

async function compare(sequence: readonly string[]): Promise<void> {
  const sandbox = sample.database.open({ testName: 'random statements' });
  const sandboxedPool = new pg.Pool();
  sandbox.join(PoolMembership.of(sandboxedPool));
  const [real, sandboxed] = await Promise.all([pool.connect(), sandboxedPool.connect()]);
  const told: unknown[] = [];
  try {
    for (const sql of sequence) {
      if (!paired(sql, real.getTransactionStatus() !== 'I')) continue;
      told.push([sql, await answer(sandboxed, sql)]);
      expect(told.at(-1), JSON.stringify(told)).toEqual([sql, await answer(real, sql)]);
    }
  } finally {
    for (const sql of ['rollback', 'discard all', 'truncate organization, users, membership, note, plan']) {
      await real.query(sql);
    }
    real.release();
    sandboxed.release(true);
    await sandbox.close();
  }
}

it('answers as PostgreSQL does', async () => {
  const sequences = fc.array(fc.constantFrom(...statements), { minLength: 5, maxLength: 30 });
  expect.hasAssertions();
  await fc.assert(fc.asyncProperty(sequences, compare), { numRuns: 60, interruptAfterTimeLimit: 3_500 });
});
