import { withheldFunctions } from './withheld-functions.ts';
import type { StatementProblem } from './statement.ts';
import type { Token } from './tokenize.ts';
import { grammarText } from './transaction-control.ts';

export const committed =
  'Use the fixture `committedDb`, or run the test on real commits: test.override({ realCommits: true }).';
const isolated = 'Use the fixture `isolatedDb` (a separate database) in this test.';

/** Returns the reason why a statement cannot run in a sandbox, or undefined if it can. */
export function statementProblem(statement: readonly Token[]): StatementProblem | undefined {
  return commandProblem(grammarText(statement)) ?? callProblem(statement);
}

function commandProblem(command: string): StatementProblem | undefined {
  if (/^listen\b/.test(command)) return listen;
  if (/^prepare transaction\b|^(?:commit|rollback) prepared\b/.test(command)) return twoPhase;
  if (/\bcursor with hold\b/.test(command)) return heldCursor;
  if (/^(?:create|do)\b.*\bon commit (?:drop|delete)\b/.test(command)) return onCommit;
  return /^set (?:local |session )?transaction snapshot\b/.test(command) ? snapshot : undefined;
}

function callProblem(statement: readonly Token[]): StatementProblem | undefined {
  for (const { kind, value } of statement) {
    const reason = kind === 'word' || kind === 'name' ? withheldFunctions[value] : undefined;
    if (reason !== undefined) return { ...reason, fix: committed };
  }
  return undefined;
}

/** For a text of several statements that begins or ends a transaction. */
export const mixedTransaction: StatementProblem = {
  what: 'a text of several statements that begins or ends a transaction',
  why: 'its COMMIT would end the transaction of the test itself, and its changes would stay',
  fix: `Send the statements one by one, use em.transactional(), or: ${committed}`,
};

export const computedSetting: StatementProblem = {
  what: 'set_config() for the session with a computed name or scope',
  why: 'the sandbox has to know which setting outlives the transaction',
  fix: `Write the name as a literal or a parameter, and the scope as true or false, or: ${committed}`,
};

export const mixedScopes: StatementProblem = {
  what: 'a text that changes one setting both for its transaction and for the session',
  why: 'the sandbox cannot know which value remains after the transaction',
  fix: `Send the statements one by one, or: ${committed}`,
};

export const ownCharacteristics: StatementProblem = {
  what: 'a change of its isolation level or access mode by a setting',
  why: 'its transaction is a savepoint, which has neither',
  fix: `Use BEGIN or SET TRANSACTION, or: ${committed}`,
};

/** For a query of the isolation level in a transaction with another level than the test's. */
export const unknownLevel: StatementProblem = {
  what: 'a query of its isolation level',
  why: 'its transaction is a savepoint in a READ COMMITTED transaction, whatever BEGIN requested',
  fix: committed,
};

/** For SET TRANSACTION READ WRITE after a savepoint or a setting in a read-only transaction. */
export const lateReadWrite: StatementProblem = {
  what: 'SET TRANSACTION READ WRITE after other statements of a read-only transaction',
  why: 'its transaction is a savepoint, which stays read-only',
  fix: `Make it the first statement after BEGIN, or: ${committed}`,
};

/** For SET TRANSACTION ISOLATION LEVEL after a savepoint. */
export const savepointBefore: StatementProblem = {
  what: 'SET TRANSACTION ISOLATION LEVEL after a savepoint',
  why: 'its transaction is a savepoint itself, so the sandbox cannot know whether PostgreSQL would reject this',
  fix: `Make it the first statement after BEGIN, or: ${committed}`,
};

const listen: StatementProblem = {
  what: 'LISTEN',
  why: 'notifications are delivered when a transaction commits, and a sandboxed test never commits',
  fix: committed,
};

const twoPhase: StatementProblem = {
  what: 'a two-phase commit',
  why: 'a prepared transaction outlives its connection, so it cannot be rolled back',
  fix: isolated,
};

const heldCursor: StatementProblem = {
  what: 'a cursor WITH HOLD',
  why: 'a COMMIT reads it to its end, and a sandboxed test never commits',
  fix: committed,
};

export const onCommit: StatementProblem = {
  what: 'a temporary table ON COMMIT DROP or DELETE ROWS',
  why: 'a sandboxed test never commits, so the table would keep its rows until the test ends',
  fix: `Drop or empty it yourself, or: ${committed}`,
};

const snapshot: StatementProblem = {
  what: 'a snapshot of another transaction',
  why: 'its transaction is a savepoint, which has no separate snapshot',
  fix: committed,
};
