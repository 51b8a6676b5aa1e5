import { IsolationLevel, type MikroORM } from '@mikro-orm/postgresql';
import type { Template } from '../../servers/index.ts';
import type { Query } from '../catalogue.ts';
import { type SchemaSource, withOrm } from '../schema-source.ts';
import { readRoleWeaknesses } from './role-weaknesses.ts';
import { readState, stepByStep, type SteppedMigrations } from './step-by-step.ts';
import type { TenantTables } from './tenant-tables.ts';

type TablesOf = (orm: MikroORM) => TenantTables | undefined;

/**
 * Returns what each migration weakens, by comparing PostgreSQL's catalogue before and after it. Runs the migrations as the
 * owner of the tables.
 */
export async function weakeningsAsOwner(
  source: SchemaSource,
  tablesOf: TablesOf,
  empty: Template,
): Promise<SteppedMigrations> {
  await using database = await empty.clone();
  return await withOrm(source, database.ownerUrl, (orm) => {
    const tables = tablesOf(orm);
    const query: Query = (sql) => orm.em.getConnection().execute(sql);
    return stepByStep(namesOf(source), {
      read: () => readState(query, tables),
      run: (name) => orm.migrator.up({ migrations: [name] }),
    });
  });
}

/**
 * Does the same as superuser, in one transaction that is rolled back: roles belong to the whole server, and only a superuser
 * can change them. Stops before the first migration that cannot run in a transaction.
 */
export async function weakeningsAsSuperuser(
  source: SchemaSource,
  tablesOf: TablesOf,
  empty: Template,
): Promise<SteppedMigrations> {
  await using database = await empty.clone();
  return await withOrm(source, database.adminUrl, async (orm) => {
    const tables = tablesOf(orm);
    // Creates the table of migrations before the transaction takes its snapshot.
    await orm.migrator.getPending();
    return await takenBack(orm, (transaction) => {
      const query: Query = (sql) => orm.em.getConnection().execute(sql, [], 'all', transaction);
      return stepByStep(namesInTransaction(source, orm), {
        read: () => readState(query, tables, readRoleWeaknesses),
        run: (name) => orm.migrator.up({ migrations: [name], transaction }),
      });
    });
  });
}

function namesOf({ migrations }: SchemaSource): string[] {
  return migrations.map(({ name }) => name);
}

function namesInTransaction(source: SchemaSource, { driver, config }: MikroORM): string[] {
  const first = source.migrations.findIndex(
    ({ class: Migration }) => !new Migration(driver, config).isTransactional(),
  );
  return namesOf(source).slice(0, first < 0 ? undefined : first);
}

type OpenTransaction = Awaited<ReturnType<ReturnType<MikroORM['em']['getConnection']>['begin']>>;

/** Runs work that sees no other process's changes, and rolls it back. */
async function takenBack<Result>(
  orm: MikroORM,
  work: (transaction: OpenTransaction) => Promise<Result>,
): Promise<Result> {
  const connection = orm.em.getConnection();
  const transaction = await connection.begin({ isolationLevel: IsolationLevel.REPEATABLE_READ });
  try {
    return await work(transaction);
  } finally {
    await connection.rollback(transaction);
  }
}
