import { userInfo } from 'node:os';
import pg from 'pg';
import { withoutPassword } from '../postgres/url.ts';
import { ServerProblem } from '../model/server-problem.ts';
import { buildUrl } from './build-url.ts';

export interface Target {
  /** The URL in canonical form. */
  readonly url: string;
  readonly host: string;
  readonly database: string;
}

/**
 * Resolves a connection string as the driver does: `?host=` overrides the authority, and the environment supplies
 * missing parts.
 */
export function parseUrl(text: string): Target {
  if (!/^postgres(ql)?:\/\//.test(text)) throw notAUrl(text);
  try {
    const { host, port, user, password, database } = new pg.Client({ connectionString: text });
    const { searchParams } = new URL(text.replace(/^postgres(ql)?:\/\/\//, 'postgres://localhost/'));
    for (const name of ['host', 'port', 'user', 'password', 'dbname']) searchParams.delete(name);
    const login = { host, port, user: user ?? userInfo().username, password: password ?? undefined };
    return {
      url: buildUrl({ ...login, database: database ?? 'postgres' }, searchParams),
      host,
      database: database ?? '',
    };
  } catch (cause) {
    throw notAUrl(text, cause);
  }
}

function notAUrl(text: string, cause?: unknown): ServerProblem {
  return new ServerProblem(
    'wrong-setting',
    `TEST_DATABASE_URL is not the URL of a PostgreSQL server: ${withoutPassword(text)}`,
    'Write it as postgres://user:password@host:5432/database',
    { cause },
  );
}
