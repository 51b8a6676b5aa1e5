import { isSign, type Token } from './tokenize.ts';

/** A change of a run-time setting, for the transaction or for the session. */
export interface SettingChange {
  /** Undefined if it is computed. */
  readonly name: string | undefined;
  /** Undefined if it is computed. */
  readonly local: boolean | undefined;
}

/** Returns the settings that `SET`, `RESET` and `set_config()` change in a statement or DO block. */
export function settingChanges(
  statement: readonly Token[],
  values: readonly unknown[] = [],
): SettingChange[] {
  return statement.flatMap((token, index) => {
    if (token.kind !== 'word') return [];
    if (token.value === 'set_config' && isSign(statement[index + 1], '('))
      return [setConfigCall(argumentsFrom(statement, index + 2), values)];
    const isCommand = token.value === 'set' || token.value === 'reset';
    return isCommand && startsCommand(statement[index - 1]) ? setCommand(statement, index) : [];
  });
}

/** Returns whether a command can start after this token: nothing, another command, or a keyword of PL/pgSQL. */
function startsCommand(before: Token | undefined): boolean {
  if (before === undefined || isSign(before, ';')) return true;
  return before.kind === 'word' && ['begin', 'then', 'else', 'loop'].includes(before.value);
}

function setCommand(statement: readonly Token[], index: number): SettingChange[] {
  const words = statement
    .slice(index + 1, index + 4)
    .map(({ kind, value }) => (kind === 'word' ? value : ''));
  if (words.join(' ') === 'session characteristics as') return characteristics;
  const local = words[0] === 'local';
  const scoped = local || (words[0] === 'session' && words[1] !== 'authorization');
  const first = words[scoped ? 1 : 0] ?? '';
  if (['all', 'constraints', 'transaction'].includes(first)) return [];
  const name = settingName(statement.slice(index + (scoped ? 2 : 1)));
  return name === undefined ? [] : [{ name, local }];
}

const characteristics: SettingChange[] = ['isolation', 'read_only', 'deferrable'].map((mode) => ({
  name: `default_transaction_${mode}`,
  local: false,
}));

const spelledOut: Record<string, string> = {
  time: 'timezone',
  schema: 'search_path',
  names: 'client_encoding',
  session: 'session_authorization',
};

/** Returns the name in `app.tenant = 'x'`: words and dots, quoted or not. */
function settingName(tokens: readonly Token[]): string | undefined {
  const end = tokens.findIndex((token, index) => index % 2 === 1 && !isSign(token, '.'));
  const parts = tokens.slice(0, end === -1 ? undefined : end).filter((token) => !isSign(token, '.'));
  const name = parts.map(({ value }) => value).join('.');
  return name === '' ? undefined : (spelledOut[name] ?? name.toLowerCase());
}

function setConfigCall(args: readonly Token[][], values: readonly unknown[]): SettingChange {
  const name = literal(args[0], values);
  return {
    name: typeof name === 'string' ? name.toLowerCase() : undefined,
    local: truth(literal(args[2], values)),
  };
}

/** Returns the value of an argument that is a literal or a parameter, with or without a cast. */
function literal(argument: readonly Token[] = [], values: readonly unknown[]): unknown {
  const [token, ...rest] = argument;
  if (token === undefined || (rest.length > 0 && !isSign(rest[0], ':'))) return undefined;
  if (token.kind === 'parameter') return values[Number(token.value) - 1];
  return token.kind === 'name' ? undefined : token.value;
}

function truth(value: unknown): boolean | undefined {
  const text = String(value).toLowerCase();
  if (['true', 't', 'on', 'yes', '1'].includes(text)) return true;
  return ['false', 'f', 'off', 'no', '0'].includes(text) ? false : undefined;
}

function argumentsFrom(statement: readonly Token[], start: number): Token[][] {
  const args: Token[][] = [[]];
  for (let index = start, depth = 1; index < statement.length; index += 1) {
    const token = statement[index];
    if (token === undefined) break;
    if (isSign(token, '(')) depth += 1;
    if (isSign(token, ')') && (depth -= 1) === 0) break;
    if (depth === 1 && isSign(token, ',')) args.push([]);
    else args.at(-1)?.push(token);
  }
  return args;
}
