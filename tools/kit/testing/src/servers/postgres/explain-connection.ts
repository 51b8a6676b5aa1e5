import { ServerProblem, type ProblemCode } from '../model/server-problem.ts';
import { withoutPassword } from './url.ts';

type Words = readonly [code: ProblemCode, what: string, fix: string];

/** Explains why a connection failed, and how to fix it. The text does not contain the password. */
export function explainConnection(error: unknown, url: string): ServerProblem {
  const { code = '', message = String(error) } = error as { code?: string; message?: string };
  const [problem, what, fix] = wordsFor(code, message, whereOf(url));
  return new ServerProblem(problem, what, fix, { cause: error });
}

interface Where {
  readonly shown: string;
  readonly host: string;
  readonly user: string;
}

function wordsFor(code: string, message: string, { shown, host, user }: Where): Words {
  const said = `${shown}: ${message || code}`;
  if (/password must be a string/.test(message)) return noPassword(shown, user);
  return (
    byCode({ shown, host, user }, said)[code] ?? [
      'no-server',
      `The server cannot be reached: ${said}`,
      verify,
    ]
  );
}

const verify = 'Run `npm run verify-database` to check every server.';

function noPassword(shown: string, user: string): Words {
  return [
    'wrong-password',
    `${shown} requires a password for ${user}.`,
    'Set PGPASSWORD, or add the password to the URL.',
  ];
}

function byCode({ shown, host, user }: Where, said: string): Record<string, Words> {
  const noHost: Words = ['no-server', `The host in ${shown} does not exist.`, 'Correct the address.'];
  const rejected: Words = [
    'wrong-password',
    `The server rejects ${user}: ${said}`,
    'Correct the user, the password, or the entry in pg_hba.conf.',
  ];
  return {
    ECONNREFUSED: [
      'no-server',
      `No server listens at ${host} (${shown}).`,
      'Start the server there, or correct the address.',
    ],
    ENOTFOUND: noHost,
    EAI_AGAIN: noHost,
    '28P01': rejected,
    '28000': rejected,
    '3D000': [
      'wrong-setting',
      `The database does not exist: ${said}`,
      'Use an existing database, such as `postgres`.',
    ],
    '53300': [
      'too-many-connections',
      `The server has no free connections: ${said}`,
      'Raise max_connections, or end other runs.',
    ],
  };
}

function whereOf(url: string): Where {
  const { host, username } = new URL(url);
  return { shown: withoutPassword(url), host, user: decodeURIComponent(username) };
}
