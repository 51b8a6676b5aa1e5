import { IsolationLevel, type MikroORM } from '@mikro-orm/postgresql';
import type { Template } from '../../database/index.ts';
import type { Query } from '../catalogue.ts';
import { type SchemaSource, withOrm } from '../schema-source.ts';
import { readRoleWeaknesses } from './role-weaknesses.ts';
import { readState, stepByStep, type SteppedMigrations } from './step-by-step.ts';
import type { TenantTables } from './tenant-tables.ts';

type TablesOf = (orm: MikroORM) => TenantTables | undefined;

/**
 * What each migration makes weaker, by what PostgreSQL's catalogue says before and after it, however its SQL is written.
 * It runs as the role that owns the tables.
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
 * The same as superuser, in one transaction that is taken back: only so is it seen what a migration does to roles, which
 * all databases of a server share. It ends before the first migration that has to run outside of a transaction.
 */
export async function weakeningsAsSuperuser(
  source: SchemaSource,
  tablesOf: TablesOf,
  empty: Template,
): Promise<SteppedMigrations> {
  await using database = await empty.clone();
  return await withOrm(source, database.adminUrl, async (orm) => {
    const tables = tablesOf(orm);
    // Makes the table of migrations while the transaction can see it.
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

/** Runs work that sees no changes of other processes, and leaves none. */
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
