import { mixedTransaction, refusalOf } from './refusals.ts';
import { type SettingChange, settingChanges } from './setting-changes.ts';
import type { Plain, Statement } from './statement.ts';
import { leadingWords, splitStatements, type Token, tokenize } from './tokenize.ts';

const plain: Plain = { kind: 'plain', changes: [], taints: false };

/** Nearly every statement is told apart by this alone, without being read token by token. */
const needsReading =
  /;|set_config|advisory|session_authorization|^(?!\s*(?:select|insert|update|delete|with)\b)/i;

/** What the sandbox has to do about a statement. */
export function classify(sql: string, values?: readonly unknown[]): Statement {
  if (!needsReading.test(sql)) return plain;
  const statements = splitStatements(tokenize(sql));
  const [only] = statements;
  if (only === undefined) return plain;
  const refusal = statements.map(refusalOf).find((found) => found !== undefined);
  if (refusal !== undefined) return { kind: 'refused', refusal };
  if (statements.length === 1) return transactionControl(only) ?? plainStatement(statements, values);
  const mixed = statements.some((statement) => endsOrBegins(transactionControl(statement)));
  return mixed ? { kind: 'refused', refusal: mixedTransaction } : plainStatement(statements, values);
}

function plainStatement(statements: readonly Token[][], values?: readonly unknown[]): Plain {
  const changes = statements.flatMap((statement): SettingChange[] => settingChanges(statement, values));
  const taints = statements.some(([first]) => first?.value === 'prepare' || first?.value === 'load');
  return { kind: 'plain', changes, taints };
}

function endsOrBegins(statement: Statement | undefined): boolean {
  return statement !== undefined && ['begin', 'commit', 'rollback'].includes(statement.kind);
}

function transactionControl(statement: readonly Token[]): Statement | undefined {
  const words = leadingWords(statement);
  const command = words.join(' ');
  const readOnly = /\bread only\b/.test(statement.map(({ value }) => value).join(' '));
  if (/^(begin|start transaction)\b/.test(command)) return { kind: 'begin', readOnly };
  if (/^(commit|end)\b/.test(command)) return { kind: 'commit' };
  if (/^rollback( work| transaction)? to\b/.test(command)) return inTransactionOnly('ROLLBACK TO SAVEPOINT');
  if (/^(rollback|abort)\b/.test(command)) return { kind: 'rollback' };
  if (/^(savepoint|release|lock)\b/.test(command)) return inTransactionOnly(words[0]?.toUpperCase() ?? '');
  return /^set transaction isolation\b/.test(command) ? { kind: 'isolation', readOnly } : undefined;
}

function inTransactionOnly(command: string): Statement {
  return { kind: 'transaction-only', command };
}
