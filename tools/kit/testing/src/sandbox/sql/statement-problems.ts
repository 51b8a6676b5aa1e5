import { withheldFunctions } from './withheld-functions.ts';
import type { StatementProblem } from './statement.ts';
import type { Token } from './tokenize.ts';
import { grammarText } from './transaction-control.ts';

export const committed =
  'Ask for the fixture `committedDb`, or run the test on real commits: test.override({ realCommits: true }).';
const isolated = 'Ask for the fixture `isolatedDb` (a database of its own) in this test.';

/** Why this statement cannot run in a sandbox, if it cannot. */
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

/** For a text of several statements of which one begins or ends a transaction. */
export const mixedTransaction: StatementProblem = {
  what: 'a text of several statements that begins or ends a transaction',
  why: 'its COMMIT would end the transaction that the test itself runs in, and what it wrote would stay',
  fix: `Send the statements one by one, use em.transactional(), or: ${committed}`,
};

export const computedSetting: StatementProblem = {
  what: 'set_config() for the session with a name or a scope that is computed',
  why: 'the sandbox has to know which setting outlives the transaction',
  fix: `Write the name as a literal or a parameter, and the scope as true or false, or: ${committed}`,
};

export const mixedScopes: StatementProblem = {
  what: 'a text that changes one setting both for its transaction and for the session',
  why: 'the sandbox could not tell what is left of it after the transaction',
  fix: `Send the statements one by one, or: ${committed}`,
};

export const ownCharacteristics: StatementProblem = {
  what: 'a change of its isolation level or access mode by a setting',
  why: 'its transaction is a savepoint, which has neither',
  fix: `Use BEGIN or SET TRANSACTION, or: ${committed}`,
};

/** For what asks for the isolation level of a transaction that is not the one that the test itself has. */
export const unknownLevel: StatementProblem = {
  what: 'a question for its isolation level',
  why: 'its transaction is a savepoint in one at the level READ COMMITTED, whatever BEGIN said',
  fix: committed,
};

/** For SET TRANSACTION READ WRITE after a savepoint or a setting in a transaction that is read-only. */
export const lateReadWrite: StatementProblem = {
  what: 'SET TRANSACTION READ WRITE after other statements of a read-only transaction',
  why: 'its transaction is a savepoint, which stays read-only',
  fix: `Make it the first statement after BEGIN, or: ${committed}`,
};

/** For SET TRANSACTION ISOLATION LEVEL after a savepoint. */
export const savepointBefore: StatementProblem = {
  what: 'SET TRANSACTION ISOLATION LEVEL after a savepoint',
  why: 'its transaction is a savepoint itself, so that it cannot tell whether PostgreSQL would unsupported this',
  fix: `Make it the first statement after BEGIN, or: ${committed}`,
};

const listen: StatementProblem = {
  what: 'LISTEN',
  why: 'notifications are delivered when a transaction commits, and a sandboxed test never does',
  fix: committed,
};

const twoPhase: StatementProblem = {
  what: 'a two-phase commit',
  why: 'a prepared transaction outlives its connection, so no rollback would take it back',
  fix: isolated,
};

const heldCursor: StatementProblem = {
  what: 'a cursor WITH HOLD',
  why: 'a COMMIT reads it to its end, and a sandboxed test never commits',
  fix: committed,
};

export const onCommit: StatementProblem = {
  what: 'a temporary table ON COMMIT DROP or DELETE ROWS',
  why: 'a sandboxed test never commits, so the table would stay as it is until the test ends',
  fix: `Drop or empty it yourself, or: ${committed}`,
};

const snapshot: StatementProblem = {
  what: 'a snapshot of another transaction',
  why: 'its transaction is a savepoint, which has none of its own',
  fix: committed,
};
