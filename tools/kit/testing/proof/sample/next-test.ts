import pg from 'pg';
import { expect } from 'vitest';
import { connectUnguarded } from '../../src/sandbox/database/foreign-clients.ts';
import { Organization } from './entities.ts';
import type { SampleSandbox } from './sample-sandbox.ts';

/** Runs work in a further test on the same connections. */
export async function inNextTest<T>(sample: SampleSandbox, work: () => Promise<T>): Promise<T> {
  const next = sample.database.open({ testName: 'the next test' });
  sample.sandboxed.join(next);
  try {
    return await work();
  } finally {
    expect(await next.close()).toEqual([]);
  }
}

/** Expects that neither a further test nor another connection sees anything of the test. */
export async function nextTestIsClean(sample: SampleSandbox): Promise<void> {
  expect(await inNextTest(sample, () => sample.sandboxed.orm.em.fork().count(Organization))).toBe(0);
  expect(await committed(sample)).toEqual([]);
}

/** Returns what another connection sees of a test after its end. */
async function committed(sample: SampleSandbox): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: sample.database.target.adminUrl });
  await connectUnguarded(client);
  const sql = `select name as left from organization union all select relname from pg_class where relname like 'escape%'
    union all select 'a lock' from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`;
  const { rows } = await client.query<{ left: string }>(sql).finally(() => client.end());
  return rows;
}
