import { onCommitCode } from './database/watch-tables.ts';
import { withheldFunctions } from './sql/withheld-functions.ts';
import { SandboxError } from './sandbox-error.ts';
import { committed } from './sql/statement-problems.ts';
import type { StatementProblem } from './sql/statement.ts';

export function unsupportedError(sql: string, { what, why, fix }: StatementProblem): SandboxError {
  return new SandboxError(`A sandboxed test cannot run ${what}: ${why}.\n    ${shorten(sql)}\n${fix}`);
}

export interface Explanation {
  readonly sql: string;
  readonly inTransaction: boolean;
  readonly blame: (error: SandboxError) => void;
}

/**
 * Adds a note to a server error that only the sandbox causes. The statement would work in production, so the test
 * fails, even if the code under test catches the error.
 */
export function explainError(error: unknown, { sql, inTransaction, blame }: Explanation): unknown {
  const cause = sandboxCause(error, inTransaction);
  if (cause === undefined || !(error instanceof Error)) return error;
  error.message += `\n${cause}`;
  blame(new SandboxError(`${error.message}\n    ${shorten(sql)}`));
  return error;
}

function sandboxCause(error: unknown, inTransaction: boolean): string | undefined {
  const { code, message = '' } = error as { code?: string; message?: string };
  if (code === '42501') return withheldCause(message);
  if (code === onCommitCode) return committed;
  if (code === '55P04') return newValue;
  if (inTransaction) return undefined;
  if (code === '25001' && /cannot (run|be executed)/.test(message)) return needsNoTransaction;
  return code === '2D000' ? endsTransaction : undefined;
}

function withheldCause(message: string): string | undefined {
  const [name, reason] =
    Object.entries(withheldFunctions).find(([each]) => new RegExp(`\\b${each}\\b`).test(message)) ?? [];
  return (
    reason && `A sandboxed test cannot call ${name}, which is ${reason.what}: ${reason.why}.\n${committed}`
  );
}

const needsNoTransaction =
  'This statement cannot run in a transaction, and a sandboxed test is one. Use the fixture `isolatedDb` in this test.';

const endsTransaction =
  'This procedure ends transactions, which is not possible inside the transaction of a sandboxed test. Use the fixture `committedDb` in this test.';

const newValue =
  'A new value of an enumeration can be used only after a COMMIT, and a sandboxed test never commits. Use the fixture `isolatedDb` in this test.';

/** Shortens a statement for messages. */
export function shorten(sql: string, length = 160): string {
  const line = sql.replaceAll(/\s+/g, ' ').trim();
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`;
}

const useTransactional =
  'Send transaction control through em.transactional(), em.begin() or a separate client, in pairs; never as SQL text beside them. Code that relies on the warning needs the fixture `committedDb`.';

/** Messages about transaction control that does not pair up. Production hides these mistakes: PostgreSQL only warns. */
export const transactionProblems = {
  nestedBegin: `BEGIN inside a transaction: PostgreSQL ignores it, and the COMMIT that follows ends the outer transaction early.\n${useTransactional}`,
  strayCommit: `COMMIT without a transaction: PostgreSQL ignores it. Either nothing was begun on this connection, or a COMMIT or ROLLBACK in SQL text had already ended the transaction of em.transactional().\n${useTransactional}`,
  strayRollback: `ROLLBACK without a transaction: PostgreSQL ignores it. Either nothing was begun on this connection, or a COMMIT or ROLLBACK in SQL text had already ended the transaction of em.transactional(), and its changes would stay.\n${useTransactional}`,
  leftOpen: `A connection was released to its pool with an open transaction: its next user would work in that transaction. It was rolled back.\n${useTransactional}`,
  adminTransaction:
    'The `admin` of a sandboxed test got transaction control: each of its statements is a separate transaction. Use the fixture `committedDb` in this test.',
  reallyEnded:
    'A statement ended the transaction of the test, so its changes may stay in the database. Use the fixture `committedDb` in this test. The statement:',
} as const;
