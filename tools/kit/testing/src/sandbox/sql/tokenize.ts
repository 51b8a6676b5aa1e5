/** A token of SQL text. Words are in lower case; strings and quoted identifiers have no quotes. */
export interface Token {
  readonly kind: 'word' | 'string' | 'name' | 'parameter' | 'sign';
  readonly value: string;
}

const pattern =
  /(?<space>\s+|--[^\n]*)|(?<comment>\/\*)|[eE]'(?<escaped>(?:[^'\\]|\\[^]|'')*)'|\$(?<tag>(?:[a-zA-Z_]\w*)?)\$(?<dollar>[^]*?)\$\k<tag>\$|(?:[uU]&|[bBxXnN])?'(?<string>(?:[^']|'')*)'|(?:[uU]&)?"(?<name>(?:[^"]|"")*)"|\$(?<parameter>\d+)|(?<word>[a-zA-Z_\x80-\uffff][\w$\x80-\uffff]*)|(?<sign>[^])/gy;

/** Splits SQL text into tokens like PostgreSQL's lexer, so that keywords in strings and comments do not count. */
export function tokenize(sql: string): Token[] {
  return positionedTokens(sql).map(({ token }) => token);
}

interface PositionedToken {
  readonly token: Token;
  readonly from: number;
  readonly to: number;
}

/** Splits SQL text into tokens with their positions. */
export function positionedTokens(sql: string): PositionedToken[] {
  const tokens: PositionedToken[] = [];
  for (let at = 0; at < sql.length;) {
    const from = at;
    pattern.lastIndex = at;
    const groups = pattern.exec(sql)?.groups ?? {};
    at = groups.comment === undefined ? pattern.lastIndex : endOfComment(sql, pattern.lastIndex);
    const token = tokenOf(groups);
    if (token !== undefined) tokens.push({ token, from, to: at });
  }
  return tokens;
}

function tokenOf(groups: Record<string, string | undefined>): Token | undefined {
  if (groups.word !== undefined) return { kind: 'word', value: groups.word.toLowerCase() };
  if (groups.sign !== undefined) return { kind: 'sign', value: groups.sign };
  if (groups.parameter !== undefined) return { kind: 'parameter', value: groups.parameter };
  if (groups.name !== undefined) return { kind: 'name', value: groups.name.replaceAll('""', '"') };
  const string = groups.string ?? groups.escaped;
  if (string !== undefined) return { kind: 'string', value: string.replaceAll("''", "'") };
  return groups.dollar === undefined ? undefined : { kind: 'string', value: groups.dollar };
}

function endOfComment(sql: string, from: number): number {
  const edge = /\/\*|\*\//g;
  edge.lastIndex = from;
  for (let depth = 1; depth > 0;) {
    const found = edge.exec(sql);
    if (found === null) return sql.length;
    depth += found[0] === '/*' ? 1 : -1;
  }
  return edge.lastIndex;
}

/** Adds the tokens inside of strings, for text in which EXECUTE may run a string. */
export function withStrings(tokens: readonly Token[]): Token[] {
  const end: Token = { kind: 'sign', value: ';' };
  return tokens.flatMap((token) =>
    token.kind === 'string' ? [token, end, ...withStrings(tokenize(token.value)), end] : [token],
  );
}

/** Splits a text into statements. */
export function splitStatements(tokens: readonly Token[]): Token[][] {
  const statements: Token[][] = [[]];
  for (const token of tokens) {
    if (isSign(token, ';')) statements.push([]);
    else statements.at(-1)?.push(token);
  }
  return statements.filter(({ length }) => length > 0);
}

export function isSign(token: Token | undefined, value: string): boolean {
  return token?.kind === 'sign' && token.value === value;
}

/** Returns the leading words of a statement. */
export function leadingWords(statement: readonly Token[]): string[] {
  const end = statement.findIndex(({ kind }) => kind !== 'word');
  return statement.slice(0, end === -1 ? undefined : end).map(({ value }) => value);
}
