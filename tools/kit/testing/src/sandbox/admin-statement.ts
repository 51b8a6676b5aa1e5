import { createRequire } from 'node:module';
import pg from 'pg';
import { positionedTokens } from './sql/tokenize.ts';

/** The driver's own way to write a value, which it does not export. */
const { prepareValue } = createRequire(import.meta.url)('pg/lib/utils') as {
  readonly prepareValue: (value: unknown) => Buffer | string | null | undefined;
};

/**
 * A statement with its parameters written into it, as literals without a type: PostgreSQL finds out what they are in the
 * same way as for parameters whose type is left open, which is how the driver sends them.
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
  return `There is no value for parameter $${number}: ${given} were given for ${statement}`;
}
