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
 * Adds to an error of the server that only the sandbox brought about that it did. Such a statement would have worked in
 * production, so the test is blamed, also where the code under test swallows the error.
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
  'This statement cannot run in a transaction, and a sandboxed test is one. Ask for the fixture `isolatedDb` in this test.';

const endsTransaction =
  'This procedure ends transactions itself, which the transaction of a sandboxed test forbids. Ask for the fixture `committedDb` in this test.';

const newValue =
  'A new value of an enumeration can be used after a COMMIT only, and a sandboxed test never commits. Ask for the fixture `isolatedDb` in this test.';

/** Enough of a statement to know it again. */
export function shorten(sql: string, length = 160): string {
  const line = sql.replaceAll(/\s+/g, ' ').trim();
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`;
}

const useTransactional =
  'Send transaction control through em.transactional(), em.begin() or a client of its own, in pairs; never as SQL text beside them. Code that relies on the warning needs the fixture `committedDb`.';

/** What is wrong with transactions that do not pair up. Production would hide it: PostgreSQL only warns. */
export const transactionProblems = {
  nestedBegin: `BEGIN inside a transaction: PostgreSQL ignores it, and the COMMIT that follows ends the outer transaction early.\n${useTransactional}`,
  strayCommit: `COMMIT without a transaction: PostgreSQL ignores it, so either nothing had been begun on this connection, or a COMMIT or ROLLBACK sent as SQL text had already ended what em.transactional() began.\n${useTransactional}`,
  strayRollback: `ROLLBACK without a transaction: PostgreSQL ignores it, so either nothing had been begun on this connection, or a COMMIT or ROLLBACK sent as SQL text had already ended what em.transactional() began: what it wrote would stay.\n${useTransactional}`,
  leftOpen: `A connection went back to its pool with a transaction still open: its next user would work in that transaction. It was rolled back.\n${useTransactional}`,
  adminTransaction:
    'The administrator of a sandboxed test was given transaction control: each of its statements is a transaction of its own. Ask for the fixture `committedDb` in this test.',
  reallyEnded:
    'The transaction of the test was ended for real, so what it wrote may stay in the database. The statement:',
} as const;
