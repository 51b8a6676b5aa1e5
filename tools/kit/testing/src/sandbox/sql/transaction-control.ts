import type { Token } from './tokenize.ts';
import type { TransactionControl, TransactionModes } from './statement.ts';

type Control = Exclude<TransactionControl, { kind: 'block-only' }>;

/**
 * Reads BEGIN, COMMIT, ROLLBACK and SET TRANSACTION. A misspelt command is passed to the server, which reports it as
 * in production.
 */
export function transactionControl(statement: readonly Token[]): Control | undefined {
  const text = grammarText(statement);
  return beginning(text) ?? ending(text) ?? settingOf(text);
}

function beginning(text: string): Control | undefined {
  const [, command, rest = ''] =
    /^(begin|start(?= transaction\b))(?: work\b| transaction\b)?(.*)$/.exec(text) ?? [];
  const modes = command === undefined ? undefined : readModes(rest);
  return modes && command ? { kind: 'begin', command: command.toUpperCase(), modes } : undefined;
}

function ending(text: string): Control | undefined {
  const [, command, chain] =
    /^(commit|end|rollback|abort)(?: work| transaction)?( and(?: no)? chain)?$/.exec(text) ?? [];
  if (command === undefined) return undefined;
  const kind = command === 'commit' || command === 'end' ? 'commit' : 'rollback';
  return { kind, chain: chain === ' and chain' };
}

function settingOf(text: string): Control | undefined {
  const [, rest] = /^set (?:local |session )?transaction( .*)$/.exec(text) ?? [];
  const modes = rest === undefined ? undefined : readModes(rest);
  return modes && { kind: 'set-transaction', modes };
}

const modePattern =
  /,? (?:isolation level (serializable|repeatable read|read committed|read uncommitted)|read (only|write)|(not )?(deferrable))(?= |$|,)/y;

function readModes(text: string): TransactionModes | undefined {
  let modes: TransactionModes = {};
  for (let at = 0; at < text.length; at = modePattern.lastIndex) {
    modePattern.lastIndex = at;
    const found = modePattern.exec(text);
    if (found === null || (at === 0 && found[0].startsWith(','))) return undefined;
    modes = { ...modes, ...modeOf(found) };
  }
  return modes;
}

function modeOf([, isolation, access, not, deferrable]: RegExpExecArray): TransactionModes {
  if (isolation !== undefined) return { isolation };
  if (access !== undefined) return { access: access === 'only' ? 'read only' : 'read write' };
  return deferrable === undefined ? {} : { deferrable: not === undefined };
}

/** Returns the statement in a normal form: keywords in lower case, single spaces, no values. */
export function grammarText(statement: readonly Token[]): string {
  const words = statement.map(({ kind, value }) => (kind === 'word' || kind === 'sign' ? value : '?'));
  return words.join(' ').replaceAll(' ,', ',');
}
