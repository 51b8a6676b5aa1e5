import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { describe, expect, test } from 'vitest';
import { Organization } from '../../proof/sample/entities.ts';
import { inNextTest, nextTestIsClean } from '../../proof/sample/next-test.ts';
import { useSampleSandbox } from '../../proof/sample/sample-sandbox.ts';

// Each test tries one way for code under test to leave its sandbox. It must not leave anything behind. If that
// cannot be prevented, the test must fail, and the next one must find everything unchanged.

const sample = useSampleSandbox();

const add = (em: EntityManager, name = 'Acme') => em.insert(Organization, { id: randomUUID(), name });
const nativePool = () => sample.em.getConnection().getNativeClient();

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
    await nextTestIsClean(sample);
  });

  test('prepared statements, the driver’s included, are gone in the next test', async () => {
    const pool = await nativePool();
    const named = (text: string) => pool.query({ name: 'escape', text });
    await sample.em.execute('prepare escape_too as select 1');
    await named('select 1 as one');
    expect(await sample.close()).toBe('');
    const found = await inNextTest(sample, async () => [
      (await named('select 2 as two')).rows,
      await sample.em.execute('select name from pg_prepared_statements'),
    ]);
    expect(found).toEqual([[{ two: 2 }], [{ name: 'escape' }]]);
  });

  test('the last value of a sequence is not known in the next test', async () => {
    await sample.em.execute(`select nextval('ticket_number_seq')`);
    expect(await sample.close()).toBe('');
    const lastValue = inNextTest(sample, () => sample.em.execute('select lastval()'));
    await expect(lastValue).rejects.toMatchObject({ code: '55000' });
  });

  test('temporary tables, tables, indexes and roles’ rights are rolled back', async () => {
    await sample.em.execute('create temporary table escape_temporary (id int)');
    await expect(sample.em.execute('create table escape (id int)')).rejects.toMatchObject({ code: '42501' });
    await sample.database.admin.query('create table escape_admin (id int)');
    await sample.database.admin.query('create index escape_index on organization (name)');
    await sample.database.admin.query('truncate plan');
    expect(await sample.close()).toBe('');
    await nextTestIsClean(sample);
  });
});

describe('the server', () => {
  test.each(['vacuum', 'create index concurrently escape on organization (name)', 'create database escape'])(
    'rejects %j, and the test fails',
    async (sql) => {
      await expect(sample.database.admin.query(sql)).rejects.toThrow(/isolatedDb/);
      expect(await sample.close()).toContain('cannot run in a transaction');
      await nextTestIsClean(sample);
    },
  );

  test('can end the connection, which fails the test, and the next test gets a new one', async () => {
    await add(sample.em, 'escaped');
    const suicide = sample.database.admin.query('select pg_terminate_backend(pg_backend_pid())');
    await expect(suicide).rejects.toThrow(/terminat/);
    expect(await sample.close()).toContain('The connection of the test was ended');
    await nextTestIsClean(sample);
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
