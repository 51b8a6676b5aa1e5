import { withoutPassword } from '../postgres/url.ts';
import { ServerProblem } from '../model/server-problem.ts';

/** Explains why Redis refused a connection, and how to fix it. The text does not contain the password. */
export function explainRedis(cause: unknown, url: string): ServerProblem {
  const { code = '', message = String(cause) } = cause as { code?: string; message?: string };
  const shown = withoutPassword(url);
  if (/NOAUTH|WRONGPASS|invalid password|without any password/i.test(message))
    return new ServerProblem(
      'wrong-password',
      `${shown} rejects the login: ${message}`,
      'Correct the password: redis://:password@host:6379',
      { cause },
    );
  if (code === 'ECONNREFUSED')
    return new ServerProblem(
      'no-server',
      `No server listens at ${new URL(url).host} (${shown}).`,
      'Start Redis there, or correct the address.',
      { cause },
    );
  return new ServerProblem(
    'no-server',
    `${shown} cannot be reached: ${message || code}`,
    'Correct the address.',
    {
      cause,
    },
  );
}
