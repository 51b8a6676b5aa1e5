import { withoutPassword } from '../postgres/url.ts';
import { ServerProblem } from '../model/server-problem.ts';
import { connectRedis } from './redis-connection.ts';

const oldest = 6;

/** Returns the version of a Redis or Valkey. Throws the problem if it cannot be used. */
export async function inspectRedis(url: string, timeout?: number): Promise<string> {
  await using connection = await connectRedis(url, 'vouch', timeout);
  const info = await connection.send<string>('INFO', 'server');
  const version = /^(?:valkey_version|redis_version):(\S+)/m.exec(info)?.[1] ?? 'unknown';
  if (Number.parseInt(version, 10) >= oldest) return version;
  throw new ServerProblem(
    'wrong-version',
    `${withoutPassword(url)} is Redis ${version}; ${oldest} or newer is needed.`,
    'Upgrade it, or unset TEST_REDIS_URL.',
  );
}
