import { ServerProblem } from '../model/server-problem.ts';
import { withoutPassword } from './url.ts';

interface Named {
  readonly name: string;
}

/** Row-level security would be true in no test. */
export function tooPrivileged(url: string, { name }: Named): ServerProblem {
  return new ServerProblem(
    'no-permission',
    `The role ${name} on ${withoutPassword(url)} may more than log in, so that tests would prove nothing.`,
    `As superuser run: ALTER ROLE ${name} NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS`,
  );
}

export function cannotCreate(url: string, { name }: Named, cause: Error): ServerProblem {
  const user = decodeURIComponent(new URL(url).username);
  return new ServerProblem(
    'no-permission',
    `The role ${name} on ${withoutPassword(url)} cannot be made or changed by ${user}: ${cause.message}`,
    `As superuser run: GRANT ${name} TO "${user}" WITH ADMIN OPTION — or DROP ROLE ${name}, if nothing needs it.`,
    { cause },
  );
}

export function cannotLogIn(url: string, { name }: Named, cause: Error): ServerProblem {
  return new ServerProblem(
    'no-permission',
    `The role ${name} was made on ${withoutPassword(url)} but cannot log in: ${cause.message.split('\n')[0] ?? ''}`,
    'Let it in with a line in pg_hba.conf: host all all 127.0.0.1/32 scram-sha-256 — or run with TEST_DATABASE=embedded.',
    { cause },
  );
}
