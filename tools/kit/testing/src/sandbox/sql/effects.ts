import { grammarText } from './transaction-control.ts';
import type { Effects } from './statement.ts';
import { settingChanges } from './settings.ts';
import type { Token } from './tokenize.ts';

/** The effects of a query without settings, cursors and the like. */
export const queryEffects: Effects = {
  queries: true,
  onlyReads: false,
  savepoint: false,
  localSettings: false,
  sessionSettings: [],
  resets: false,
  cursors: false,
  constraints: false,
  definesConstraints: false,
  functions: false,
  readsCharacteristics: false,
  converses: false,
  unclean: false,
};

/** Returns the possible effects of one statement. A DO block is passed as the tokens of its body. */
export function effectsOf(statement: readonly Token[], values?: readonly unknown[]): Effects {
  const command = grammarText(statement);
  const words = new Set(statement.map(({ value }) => value));
  const changes = settingChanges(statement, values);
  const definesFunction = /^(?:create (?:or replace )?(?:function|procedure))\b/.test(command);
  const warning = warningOf(command);
  return {
    queries: !withoutSnapshot.test(command),
    onlyReads: false,
    savepoint: /^savepoint\b/.test(command),
    localSettings: changes.some(({ local }) => local !== false),
    sessionSettings: changes.flatMap(({ name, local }) =>
      local === false && name !== undefined ? [name] : [],
    ),
    resets: /^(?:reset|discard)\b| (?:to|=) default$/.test(command),
    cursors: words.has('cursor') || words.has('refcursor'),
    constraints: words.has('constraints'),
    definesConstraints: words.has('deferrable') || words.has('initially'),
    functions: definesFunction,
    readsCharacteristics: readsCharacteristics(command, words),
    converses: /^copy\b.*\bstdin\b/.test(command),
    unclean: /^load\b/.test(command),
    ...(warning === undefined ? {} : { warning }),
  };
}

/** Combines the effects of several statements in one text. */
export function combineEffects(all: readonly Effects[]): Effects {
  const some = (test: (effects: Effects) => boolean): boolean => all.some(test);
  return {
    queries: some((each) => each.queries),
    onlyReads: false,
    savepoint: false,
    localSettings: some((each) => each.localSettings),
    sessionSettings: all.flatMap((each) => each.sessionSettings),
    resets: some((each) => each.resets),
    cursors: some((each) => each.cursors),
    constraints: some((each) => each.constraints),
    definesConstraints: some((each) => each.definesConstraints),
    functions: some((each) => each.functions),
    readsCharacteristics: some((each) => each.readsCharacteristics),
    converses: some((each) => each.converses),
    unclean: some((each) => each.unclean),
  };
}

const withoutSnapshot =
  /^(?:set|reset|show|lock|savepoint|release|rollback|fetch|move|close|listen|unlisten|notify)\b/;

function warningOf(command: string): string | undefined {
  if (/^set constraints\b/.test(command)) return 'SET CONSTRAINTS';
  return /^set local (?!transaction\b)/.test(command) ? 'SET LOCAL' : undefined;
}

function readsCharacteristics(command: string, words: ReadonlySet<string>): boolean {
  if (words.has('transaction_isolation') || words.has('transaction_deferrable')) return true;
  return words.has('pg_settings') || /^show (?:all|transaction isolation level)$/.test(command);
}
