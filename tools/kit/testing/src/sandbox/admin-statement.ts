import { createRequire } from 'node:module';
import pg from 'pg';
import { positionedTokens } from './sql/tokenize.ts';

/** The driver's serialization of values, which it does not export. */
const { prepareValue } = createRequire(import.meta.url)('pg/lib/utils') as {
  readonly prepareValue: (value: unknown) => Buffer | string | null | undefined;
};

/**
 * Inserts parameters into a statement as untyped literals. PostgreSQL infers their types as it does for the driver's
 * untyped parameters.
 */
export function withParameters(statement: string, values: readonly unknown[]): string {
  if (values.length === 0) return statement;
  let sql = '';
  let end = 0;
  for (const { token, from, to } of positionedTokens(statement)) {
    if (token.kind !== 'parameter') continue;
    if (Number(token.value) > values.length) throw new Error(missing(statement, token.value, values.length));
    sql += `${statement.slice(end, from)} ${literal(values[Number(token.value) - 1])} `;
    end = to;
  }
  return sql + statement.slice(end);
}

function literal(value: unknown): string {
  const prepared = prepareValue(value);
  if (prepared === null || prepared === undefined) return 'null';
  return pg.escapeLiteral(Buffer.isBuffer(prepared) ? `\\x${prepared.toString('hex')}` : prepared);
}

function missing(statement: string, number: string, given: number): string {
  return `Parameter $${number} has no value: ${given} were given for ${statement}`;
}
