import { combineEffects, effectsOf, queryEffects } from './effects.ts';
import {
  computedSetting,
  mixedScopes,
  mixedTransaction,
  ownCharacteristics,
  statementProblem,
} from './statement-problems.ts';
import { settingChanges } from './settings.ts';
import type { Effects, Plain, StatementProblem, Statement } from './statement.ts';
import { splitStatements, type Token, tokenize, withStrings } from './tokenize.ts';
import { grammarText, transactionControl } from './transaction-control.ts';

const query: Plain = { kind: 'plain', effects: queryEffects };
const read: Plain = { kind: 'plain', effects: { ...queryEffects, onlyReads: true } };

/** Matches queries without parentheses: they call no function and have no INSERT in a WITH clause. */
const isRead = /^\s*select\b(?!.*\binto\b)[^(]*$/is;

/** Matches the few statements that have to be read token by token. */
const needsReading =
  /;|_config|transaction_|txid_|pg_current_|snapshot|advisory|pg_lock|pg_listening|lo_open|pg_settings|current_setting|^(?!\s*(?:select|insert|update|delete|with)\b)/i;

/** Decides how the sandbox runs a statement. */
export function classify(sql: string, values?: readonly unknown[]): Statement {
  if (!needsReading.test(sql)) return isRead.test(sql) ? read : query;
  const statements = splitStatements(tokenize(sql)).map(withBlock);
  const [only] = statements;
  if (only === undefined) return query;
  const problem = problemInAll(statements, values);
  if (problem !== undefined) return { kind: 'unsupported', problem };
  if (statements.length > 1)
    return {
      kind: 'plain',
      effects: combineEffects(statements.map((each) => effectsOf(whole(each), values))),
    };
  return transactionControl(only) ?? blockOnly(only, values) ?? plain(only, values);
}

function plain(statement: readonly Token[], values?: readonly unknown[]): Plain {
  return { kind: 'plain', effects: withParameters(effectsOf(whole(statement), values), values) };
}

/** Checks parameters as well: `current_setting($1)` reads the setting that a parameter names. */
function withParameters(effects: Effects, values: readonly unknown[] = []): Effects {
  return values.includes('transaction_isolation') ? { ...effects, readsCharacteristics: true } : effects;
}

function problemInAll(
  statements: readonly Token[][],
  values?: readonly unknown[],
): StatementProblem | undefined {
  for (const statement of statements) {
    const problem = statementProblem(statement);
    if (problem !== undefined) return problem;
  }
  const begins = (each: readonly Token[]): boolean =>
    transactionControl(each) !== undefined || /^(?:savepoint|release|rollback)\b/.test(grammarText(each));
  if (statements.length > 1 && statements.some(begins)) return mixedTransaction;
  const changes = statements.flatMap((each) => (definesFunction(each) ? [] : settingChanges(each, values)));
  if (changes.some(({ name, local }) => local === undefined || (name === undefined && !local)))
    return computedSetting;
  if (changes.some(({ name }) => characteristics.test(name ?? ''))) return ownCharacteristics;
  const [session, local] = [changes.filter((each) => !each.local), changes.filter((each) => each.local)];
  const overlap = local.some(({ name }) => session.some((each) => name === undefined || each.name === name));
  return overlap ? mixedScopes : undefined;
}

const characteristics = /^transaction_(?:isolation|read_only|deferrable)$/;

const definesFunction = (statement: readonly Token[]): boolean => statement[0]?.value === 'create';

function blockOnly(statement: readonly Token[], values?: readonly unknown[]): Statement | undefined {
  const command = blockCommand(grammarText(statement));
  return command === undefined
    ? undefined
    : { kind: 'block-only', command, effects: effectsOf(statement, values) };
}

function blockCommand(text: string): string | undefined {
  if (/^savepoint \S+$/.test(text)) return 'SAVEPOINT';
  if (/^release (?:savepoint )?\S+$/.test(text)) return 'RELEASE SAVEPOINT';
  if (/^rollback (?:work |transaction )?to (?:savepoint )?\S+$/.test(text)) return 'ROLLBACK TO SAVEPOINT';
  if (/^lock\b/.test(text)) return 'LOCK TABLE';
  return /^declare \S+ (?:[a-z]+ )*cursor\b/.test(text) ? 'DECLARE CURSOR' : undefined;
}

/** Replaces a DO block by the statements in it, because they run at once. */
function withBlock(statement: Token[]): Token[] {
  if (!isBlock(statement)) return statement;
  return statement.flatMap((token) => (token.kind === 'string' ? tokenize(token.value) : [token]));
}

/** Adds the strings in a DO block, because it may run them with EXECUTE. */
function whole(statement: readonly Token[]): readonly Token[] {
  return isBlock(statement) ? withStrings(statement) : statement;
}

function isBlock([first]: readonly Token[]): boolean {
  return first?.kind === 'word' && first.value === 'do';
}
