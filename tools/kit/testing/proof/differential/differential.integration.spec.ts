import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { administrators } from './cases/admin.ts';
import { isolationLevels } from './cases/isolation-levels.ts';
import { readOnlyTransactions } from './cases/read-only-transactions.ts';
import { constraints } from './cases/constraints.ts';
import { cursors } from './cases/cursors.ts';
import { documentedDifferences } from './cases/documented.ts';
import { errors } from './cases/errors.ts';
import { locksAndNotices } from './cases/locks-and-notices.ts';
import { preparedStatements } from './cases/prepared-statements.ts';
import { privileges } from './cases/privileges.ts';
import { protocol } from './cases/protocol.ts';
import { savepoints } from './cases/savepoints.ts';
import { sessionSettings } from './cases/session-settings.ts';
import { temporaryTables } from './cases/temporary-tables.ts';
import { transactionSettings } from './cases/transaction-settings.ts';
import { transactions } from './cases/transactions.ts';
import type { Case } from './step.ts';
import { Subjects } from './subjects.ts';
import { problemOf } from './compare-answers.ts';

// Runs the same statement lists on a real connection of the application role and on a sandboxed one, by the topics of
// PostgreSQL's own regression tests. The answers are equal, or the test is blamed, or docs/isolation.md lists the
// difference.

const topics: Record<string, readonly Case[]> = {
  transactions,
  savepoints,
  'read-only transactions': readOnlyTransactions,
  'isolation levels': isolationLevels,
  'deferred constraints': constraints,
  cursors,
  'prepared statements': preparedStatements,
  'temporary tables': temporaryTables,
  'settings of transactions': transactionSettings,
  'settings of sessions': sessionSettings,
  'locks, notifications, sequences': locksAndNotices,
  errors,
  privileges,
  protocol,
  'the administrator': administrators,
  'documented differences': documentedDifferences,
};

let subjects: Subjects;

beforeAll(async () => {
  subjects = await Subjects.open();
}, 60_000);

afterAll(() => subjects[Symbol.asyncDispose]());

describe.each(Object.entries(topics))('%s', (_, cases) => {
  test.each(cases.map((each) => [each.name, each] as const))(
    '%s',
    { timeout: 60_000 },
    async (_name, { steps, pool, expected }) => {
      expect(problemOf(await subjects.compare(steps, pool), expected)).toBeUndefined();
    },
  );
});
