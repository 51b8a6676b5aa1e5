import { ServerProblem } from '../model/server-problem.ts';
import { withoutPassword } from './url.ts';

interface Named {
  readonly name: string;
}

/** Tests would not be subject to row-level security. */
export function tooPrivileged(url: string, { name }: Named): ServerProblem {
  return new ServerProblem(
    'no-permission',
    `The role ${name} on ${withoutPassword(url)} has more rights than to log in, so tests of row-level security would prove nothing.`,
    `As superuser run: ALTER ROLE ${name} NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS`,
  );
}

export function cannotCreate(url: string, { name }: Named, cause: Error): ServerProblem {
  const user = decodeURIComponent(new URL(url).username);
  return new ServerProblem(
    'no-permission',
    `The role ${name} on ${withoutPassword(url)} cannot be created or changed by ${user}: ${cause.message}`,
    `As superuser run: GRANT ${name} TO "${user}" WITH ADMIN OPTION; or DROP ROLE ${name}, if it is not used.`,
    { cause },
  );
}

export function cannotLogIn(url: string, { name }: Named, cause: Error): ServerProblem {
  return new ServerProblem(
    'no-permission',
    `The role ${name} was created on ${withoutPassword(url)} but cannot log in: ${cause.message.split('\n')[0] ?? ''}`,
    'Add a line to pg_hba.conf: host all all 127.0.0.1/32 scram-sha-256; or run with TEST_DATABASE=embedded.',
    { cause },
  );
}
