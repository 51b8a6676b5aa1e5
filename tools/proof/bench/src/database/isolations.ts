import { MikroORM } from '@mikro-orm/postgresql';
import type { Template } from '@vouch/testing/servers';
import { SandboxedDatabase, SandboxedOrm } from '@vouch/testing/sandbox';
import { entities, work } from './workload.ts';

/** One way to isolate tests, measured by the cost of a test including the isolation. */
export interface Isolation {
  readonly name: string;
  /** Measurements per round: fewer for slow ones. */
  readonly perRound: number;
  readonly test: () => Promise<void>;
}

export interface Isolations extends AsyncDisposable {
  readonly all: readonly Isolation[];
}

export async function openIsolations(template: Template): Promise<Isolations> {
  await using opened = new AsyncDisposableStack();
  const database = opened.use(await template.clone());
  const orm = opened.adopt(await MikroORM.init({ clientUrl: database.ownerUrl, entities }), (it) =>
    it.close(),
  );
  const sandboxed = opened.use(await SandboxedDatabase.over(opened.use(await template.clone())));
  const sandboxedOrm = opened.adopt(SandboxedOrm.over(sandboxed.target.appUrl, { entities }), (it) =>
    it.close(),
  );
  const kept = opened.move();
  return {
    all: [
      { name: 'none', perRound: 40, test: () => expectOne(work(orm.em.fork())) },
      { name: 'the sandbox', perRound: 40, test: () => inSandbox(sandboxed, sandboxedOrm) },
      { name: 'rollback by hand', perRound: 40, test: () => rolledBack(orm) },
      {
        name: 'DELETE, children first',
        perRound: 40,
        test: () => cleaned(orm, 'delete from membership; delete from users; delete from organization'),
      },
      {
        name: 'TRUNCATE',
        perRound: 10,
        test: () => cleaned(orm, 'truncate membership, users, organization'),
      },
      { name: 'a clone per test', perRound: 1, test: () => cloned(template) },
    ],
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}

async function inSandbox(database: SandboxedDatabase, orm: SandboxedOrm): Promise<void> {
  const sandbox = database.open({ testName: 'benchmark' });
  orm.join(sandbox);
  await expectOne(work(orm.orm.em.fork()));
  const problems = await sandbox.close();
  if (problems.length > 0) throw new AggregateError(problems);
}

async function rolledBack(orm: MikroORM): Promise<void> {
  const em = orm.em.fork();
  await em.begin();
  await expectOne(work(em));
  await em.rollback();
}

async function cleaned(orm: MikroORM, sql: string): Promise<void> {
  await expectOne(work(orm.em.fork()));
  await orm.em.getConnection().execute(sql);
}

async function cloned(template: Template): Promise<void> {
  await using database = await template.clone();
  const orm = await MikroORM.init({ clientUrl: database.appUrl, entities });
  await expectOne(work(orm.em.fork()));
  await orm.close();
}

async function expectOne(found: Promise<number>): Promise<void> {
  if ((await found) !== 1)
    throw new Error(
      'The benchmark did not find the rows that it had written. Expected one membership. Check the isolation.',
    );
}
