/** A token of SQL text; words are in lower case, strings and quoted identifiers without their quotes. */
export interface Token {
  readonly kind: 'word' | 'string' | 'name' | 'parameter' | 'sign';
  readonly value: string;
}

const pattern =
  /(?<space>\s+|--[^\n]*)|(?<comment>\/\*)|[eE]'(?<escaped>(?:[^'\\]|\\[^]|'')*)'|\$(?<tag>(?:[a-zA-Z_]\w*)?)\$(?<dollar>[^]*?)\$\k<tag>\$|(?:[uU]&|[bBxXnN])?'(?<string>(?:[^']|'')*)'|(?:[uU]&)?"(?<name>(?:[^"]|"")*)"|\$(?<parameter>\d+)|(?<word>[a-zA-Z_\x80-\uffff][\w$\x80-\uffff]*)|(?<sign>[^])/gy;

/** The tokens of SQL text: what PostgreSQL's own lexer would see, so that a keyword in a string or a comment is none. */
export function tokenize(sql: string): Token[] {
  return positionedTokens(sql).map(({ token }) => token);
}

interface PositionedToken {
  readonly token: Token;
  readonly from: number;
  readonly to: number;
}

/** The same, with the place of each. */
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

/** The tokens with those of the strings among them, for text in which a string may be run by EXECUTE. */
export function withStrings(tokens: readonly Token[]): Token[] {
  const end: Token = { kind: 'sign', value: ';' };
  return tokens.flatMap((token) =>
    token.kind === 'string' ? [token, end, ...withStrings(tokenize(token.value)), end] : [token],
  );
}

/** The statements of a text that may hold several, each as its tokens. */
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

/** The leading words of a statement, up to the first token that is none. */
export function leadingWords(statement: readonly Token[]): string[] {
  const end = statement.findIndex(({ kind }) => kind !== 'word');
  return statement.slice(0, end === -1 ? undefined : end).map(({ value }) => value);
}
