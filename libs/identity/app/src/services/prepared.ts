import { hash } from 'node:crypto';
import pg from 'pg';

/**
 * A statement that each connection parses and plans once, named by its text. Its rows need no mapping: times come as the
 * contracts have them.
 */
export function prepared(text: string, values: readonly unknown[]): pg.QueryConfig {
  return { name: hash('sha1', text, 'base64url'), text, values: [...values], types };
}

const types = new pg.TypeOverrides();
const toDate = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ) as (text: string) => Date;
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => toDate(text).toISOString());
