import type { MikroORM } from '@mikro-orm/postgresql';
import { statementsIn } from './statements-in.ts';

/** Error codes for objects that a later statement may create: a function, a table, a column, a type, a key. */
const notYet = new Set(['42883', '42P01', '42703', '42704', '42830']);

/**
 * Creates everything that the entities declare. MikroORM writes policies before the functions that they use, so a statement
 * that fails for a missing object runs again after the others.
 */
export async function createFromEntities(orm: MikroORM): Promise<void> {
  const sql = await orm.schema.getCreateSchemaSQL({ wrap: false });
  let left = statementsIn(sql);
  while (left.length > 0) {
    const failed = await runEach(orm, left);
    if (failed.length === left.length) throw failed[0]?.error;
    left = failed.map(({ statement }) => statement);
  }
}

interface Failed {
  readonly statement: string;
  readonly error: unknown;
}

async function runEach(orm: MikroORM, statements: readonly string[]): Promise<Failed[]> {
  const failed: Failed[] = [];
  for (const statement of statements) {
    await orm.em
      .getConnection()
      .execute(statement)
      .catch((error: unknown) => {
        if (!notYet.has((error as { code?: string }).code ?? '')) throw error;
        failed.push({ statement, error });
      });
  }
  return failed;
}
