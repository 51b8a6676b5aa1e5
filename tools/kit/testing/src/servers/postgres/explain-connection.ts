import { ServerProblem, type ProblemCode } from '../model/server-problem.ts';
import { withoutPassword } from './url.ts';

type Words = readonly [code: ProblemCode, what: string, fix: string];

/** Why a connection was refused, with what to do about it and without the password. */
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

const verify = 'Run `npm run verify-database` for the whole picture.';

function noPassword(shown: string, user: string): Words {
  return [
    'wrong-password',
    `${shown} asks ${user} for a password.`,
    'Set PGPASSWORD, or put it into the URL.',
  ];
}

function byCode({ shown, host, user }: Where, said: string): Record<string, Words> {
  const noHost: Words = ['no-server', `There is no host of the name in ${shown}.`, 'Correct the address.'];
  const refused: Words = [
    'wrong-password',
    `The server refuses ${user}: ${said}`,
    'Correct the user or the password, or the line for them in pg_hba.conf.',
  ];
  return {
    ECONNREFUSED: [
      'no-server',
      `Nothing listens at ${host} (${shown}).`,
      'Start the server there, or correct the address.',
    ],
    ENOTFOUND: noHost,
    EAI_AGAIN: noHost,
    '28P01': refused,
    '28000': refused,
    '3D000': [
      'wrong-setting',
      `There is no such database: ${said}`,
      'Name one that exists, such as `postgres`.',
    ],
    '53300': [
      'too-many-connections',
      `The server is full: ${said}`,
      'Raise max_connections, or end other runs.',
    ],
  };
}

function whereOf(url: string): Where {
  const { host, username } = new URL(url);
  return { shown: withoutPassword(url), host, user: decodeURIComponent(username) };
}
