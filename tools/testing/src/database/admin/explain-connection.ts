import { DatabaseProblem, type ProblemCode } from '../problem.ts';
import { withoutPassword } from './url.ts';

type Words = readonly [code: ProblemCode, what: string, remedy: string];

/** Why a connection was refused, with what to do about it and without the password. */
export function explainConnection(error: unknown, url: string): DatabaseProblem {
  const { code = '', message = String(error) } = error as { code?: string; message?: string };
  const [problem, what, remedy] = wordsFor(code, message, whereOf(url));
  return new DatabaseProblem(problem, what, remedy, { cause: error });
}

interface Where {
  readonly shown: string;
  readonly host: string;
  readonly user: string;
}

function wordsFor(code: string, message: string, { shown, host, user }: Where): Words {
  const said = `${shown}: ${message || code}`;
  switch (code) {
    case 'ECONNREFUSED':
      return [
        'no-server',
        `Nothing listens at ${host} (${shown}).`,
        'Start the server there, or correct the address.',
      ];
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return ['no-server', `There is no host of the name in ${shown}.`, 'Correct the address.'];
    case '28P01':
    case '28000':
      return [
        'wrong-password',
        `The server refuses ${user}: ${said}`,
        'Correct the user or the password in the URL.',
      ];
    case '3D000':
      return [
        'wrong-setting',
        `There is no such database: ${said}`,
        'Name one that exists; `postgres` nearly always does.',
      ];
    case '53300':
      return [
        'too-many-connections',
        `The server is full: ${said}`,
        'Raise max_connections, or end other runs.',
      ];
    default:
      return [
        'no-server',
        `The server cannot be reached: ${said}`,
        'Run `npm run verify-database` for the whole picture.',
      ];
  }
}

function whereOf(url: string): Where {
  const { host, username } = new URL(url);
  return { shown: withoutPassword(url), host, user: decodeURIComponent(username) };
}
