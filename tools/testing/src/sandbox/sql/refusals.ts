import type { Refusal } from './statement.ts';
import { leadingWords, type Token } from './tokenize.ts';

const committed =
  'Ask for the fixture `committedDb` (real commits on as many connections as wanted) in this test.';
const isolated = 'Ask for the fixture `isolatedDb` (a database of its own) in this test.';

const advisoryLock = /^pg_(try_)?advisory_(lock|unlock)(_shared|_all)?$/;

/** Why this statement cannot run in a sandbox, if it cannot. */
export function refusalOf(statement: readonly Token[]): Refusal | undefined {
  const words = leadingWords(statement);
  return refusedCommand(words.join(' ')) ?? refusedCall(statement);
}

function refusedCommand(command: string): Refusal | undefined {
  if (/^(un)?listen\b/.test(command)) return listen;
  if (/^prepare transaction\b|^(commit|rollback) prepared\b/.test(command)) return twoPhase;
  if (/^(commit|end|rollback|abort)( work| transaction)? and chain\b/.test(command)) return chain;
  if (/^(set|reset)( local| session)? session (authorization|characteristics)\b/.test(command))
    return identity;
  return /^(set|reset) session_authorization\b/.test(command) ? identity : undefined;
}

function refusedCall(statement: readonly Token[]): Refusal | undefined {
  if (statement.some(({ kind, value }) => kind === 'word' && advisoryLock.test(value))) return sessionLock;
  const changesIdentity = statement.some(
    ({ kind, value }, at) =>
      kind === 'word' && value === 'set_config' && statement[at + 2]?.value === 'session_authorization',
  );
  return changesIdentity ? identity : undefined;
}

/** For a text of several statements of which one begins or ends a transaction. */
export const mixedTransaction: Refusal = {
  what: 'a text of several statements that begins or ends a transaction',
  why: 'its COMMIT would end the transaction that the test itself runs in, and what it wrote would stay',
  instead: `Send the statements one by one, use em.transactional(), or: ${committed}`,
};

const listen: Refusal = {
  what: 'LISTEN',
  why: 'notifications are delivered when a transaction commits, and a sandboxed test never does',
  instead: committed,
};

const twoPhase: Refusal = {
  what: 'a two-phase commit',
  why: 'a prepared transaction outlives its connection, so no rollback would take it back',
  instead: isolated,
};

const chain: Refusal = {
  what: 'AND CHAIN',
  why: 'the sandbox turns transactions into savepoints, which cannot be chained',
  instead: committed,
};

const sessionLock: Refusal = {
  what: 'an advisory lock of the session',
  why: 'all connections of a sandboxed test are one, so the lock would never keep anybody out, and no rollback releases it',
  instead: `Use pg_advisory_xact_lock(), or: ${committed}`,
};

const identity: Refusal = {
  what: 'a change of the session’s user or defaults',
  why: 'the sandbox itself sets the user, so that row-level security holds in every test',
  instead: `Use SET LOCAL ROLE, or: ${isolated}`,
};
