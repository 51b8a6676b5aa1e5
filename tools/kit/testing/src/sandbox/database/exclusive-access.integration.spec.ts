import pg from 'pg';
import { expect, test as base } from 'vitest';
import { eventually } from '../../async/eventually.ts';
import { connect as connectAsKit } from '../../servers/postgres/connect.ts';
import { sampleTemplate } from '../../../proof/sample/sample-template.ts';
import { PoolMembership } from '../pool-membership.ts';
import { SandboxedDatabase } from '../sandboxed-database.ts';
import { ExclusiveAccess } from './exclusive-access.ts';
import { connectUnguarded } from './foreign-clients.ts';

const test = base
  .extend('sample', { scope: 'file' }, async ({}, { onCleanup }) => {
    const sample = await sampleTemplate();
    onCleanup(sample.server.release);
    return sample;
  })
  .extend('database', ({ sample }) => sample.template.clone());

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await connectUnguarded(client);
  return client;
}

test('lets the kit connect as the application role, and no other connection', async ({ database }) => {
  const { access, first } = await ExclusiveAccess.close(database);
  const all = [first, ...(await Promise.all([1, 2, 3].map(() => access.connect())))];
  for (const { raw } of all) {
    const { rows } = await raw.query('select session_user as session, current_user as current');
    expect(rows).toEqual([{ session: 'vouch_app', current: 'vouch_app' }]);
  }
  await expect(connect(database.appUrl)).rejects.toMatchObject({ code: '42501' });
  await Promise.all(all.map((pinned) => pinned.end()));
});

test('ends a connection that was opened meanwhile, and reports it', async ({ database }) => {
  const { access, first } = await ExclusiveAccess.close(database);
  await using admin = await connectAsKit(database.adminUrl);
  await admin.query(`grant connect on database "${database.name}" to vouch_app`);
  const foreignSession = await connect(database.appUrl);
  const ended = new Promise((resolve) => foreignSession.once('end', resolve));
  await expect(access.connect()).rejects.toThrow(/Another process connected .* `committedDb`/);
  await ended;
  await expect(first.raw.query('select 1 as one')).resolves.toMatchObject({ rows: [{ one: 1 }] });
  await expect(connect(database.appUrl)).rejects.toMatchObject({ code: '42501' });
  await first.end();
});

test('leaves no connection to a database that cannot be prepared', async ({ database }) => {
  const { first } = await ExclusiveAccess.close(database);
  await first.end();
  await using admin = await connectAsKit(database.adminUrl);
  await admin.query(`grant connect on database "${database.name}" to vouch_app`);
  await expect(ExclusiveAccess.close(database)).rejects.toMatchObject({ code: '42723' });
  const inside = () =>
    admin.query(`select from pg_stat_activity where datname = $1 and usename = 'vouch_app'`, [database.name]);
  await eventually(async () => expect(await inside()).toEqual([]));
});

test('keeps a role’s defaults for its transactions', async ({ database }) => {
  await using admin = await connectAsKit(database.adminUrl);
  const role = `alter role vouch_app in database "${database.name}"`;
  await admin.query(`${role} set default_transaction_read_only = on`);
  await admin.query(`${role} set default_transaction_isolation = 'serializable'`);
  await using sandboxed = await SandboxedDatabase.over(database);
  const sandbox = sandboxed.open({ testName: 'a test' });
  const pool = new pg.Pool();
  sandbox.join(PoolMembership.of(pool));
  const insert = `insert into plan values ('a')`;
  await expect(pool.query(insert)).rejects.toMatchObject({ code: '25006' });
  const client = await pool.connect();
  for (const sql of ['begin read write', insert, 'commit']) await client.query(sql);
  await expect(client.query('show transaction_isolation')).rejects.toThrow(/query of its isolation level/);
  client.release();
  await expect(pool.query('select code from plan')).resolves.toMatchObject({ rows: [{ code: 'a' }] });
  expect(await sandbox.close()).toHaveLength(1);
  await admin.query(`${role} reset all`);
});
