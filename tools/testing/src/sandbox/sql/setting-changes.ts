import { isSign, type Token } from './tokenize.ts';

/** A run-time setting that a statement changes: for its transaction only, or for the whole session. */
export interface SettingChange {
  readonly name: string;
  readonly local: boolean;
}

/** The settings that `SET`, `RESET` and `set_config()` in this statement change. */
export function settingChanges(
  statement: readonly Token[],
  values: readonly unknown[] = [],
): SettingChange[] {
  const [first] = statement;
  if (first?.kind === 'word' && (first.value === 'set' || first.value === 'reset'))
    return setStatement(statement);
  return statement.flatMap((token, index) =>
    token.kind === 'word' && token.value === 'set_config' && isSign(statement[index + 1], '(')
      ? setConfigCall(argumentsFrom(statement, index + 2), values)
      : [],
  );
}

function setStatement(statement: readonly Token[]): SettingChange[] {
  const scope = statement[1]?.value;
  const local = scope === 'local';
  const rest = statement.slice(local || scope === 'session' ? 2 : 1);
  const name = settingName(rest);
  return name === undefined || noSettings.has(name) ? [] : [{ name, local }];
}

const noSettings = new Set(['all', 'constraints', 'transaction', 'characteristics']);

const spelledOut: Record<string, string> = {
  time: 'timezone',
  schema: 'search_path',
  names: 'client_encoding',
};

/** Of `app.tenant = 'x'`: a name of dots and words, quoted or not. */
function settingName(tokens: readonly Token[]): string | undefined {
  const end = tokens.findIndex((token, index) => index % 2 === 1 && !isSign(token, '.'));
  const parts = tokens.slice(0, end === -1 ? undefined : end).filter((token) => !isSign(token, '.'));
  const name = parts.map(({ value }) => value).join('.');
  return name === '' ? undefined : (spelledOut[name] ?? name);
}

function setConfigCall(args: readonly Token[][], values: readonly unknown[]): SettingChange[] {
  const name = literal(args[0]?.[0], values);
  if (typeof name !== 'string') return [];
  const local = literal(args[2]?.[0], values);
  return [{ name: name.toLowerCase(), local: !(local === false || local === 'false' || local === 'f') }];
}

function literal(token: Token | undefined, values: readonly unknown[]): unknown {
  return token?.kind === 'parameter' ? values[Number(token.value) - 1] : token?.value;
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
