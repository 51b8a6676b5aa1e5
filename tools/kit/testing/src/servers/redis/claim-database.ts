import { ServerProblem } from '../model/server-problem.ts';
import type { RedisConnection } from './redis-connection.ts';

/** Which logical database belongs to whom isHeld in database 0. Nothing else of ours is ever there. */
const claimPrefix = 'vouch:claim:';
/** A connection bears the name of its lease, so that everybody can see which leases live. */
export const namePrefix = 'vouch-';

/** Takes the key unless somebody else has changed it since we looked. */
const takeScript = `
  local owner = redis.call('GET', KEYS[1])
  if (owner or '') ~= ARGV[1] then return 0 end
  redis.call('SET', KEYS[1], ARGV[2])
  return 1`;

/**
 * Claims a logical database for a lease and leaves the connection there. Taken is one that is empty, or that a dead
 * lease left: what others keep on the server is never touched.
 */
export async function claimDatabase(connection: RedisConnection, lease: string): Promise<number> {
  const [count, used, live] = [
    await countOf(connection),
    await usedDatabases(connection),
    await liveLeases(connection),
  ];
  for (let number = 1; number < count; number += 1) {
    const owner = (await connection.send<string | null>('GET', `${claimPrefix}${number}`)) ?? '';
    if (owner === '' ? used.has(number) : live.has(owner)) continue;
    if (!(await take(connection, number, owner, lease))) continue;
    await connection.send('SELECT', String(number));
    await connection.send('FLUSHDB');
    return number;
  }
  throw new ServerProblem(
    'too-many-connections',
    `All ${count - 1} logical databases of this Redis are in use.`,
    'End other runs, raise `databases` in redis.conf, or unset TEST_REDIS_URL.',
  );
}

/** Empties a claimed database, on which the connection is, and lets it go. */
export async function releaseDatabase(connection: RedisConnection, number: number): Promise<void> {
  await connection.send('FLUSHDB');
  await connection.send('SELECT', '0');
  await connection.send('DEL', `${claimPrefix}${number}`);
}

/** Empties and lets go what dead leases had claimed. */
export async function sweepClaims(connection: RedisConnection, lease: string): Promise<void> {
  const live = await liveLeases(connection);
  for (const key of await connection.send<string[]>('KEYS', `${claimPrefix}*`)) {
    const number = Number(key.slice(claimPrefix.length));
    const owner = (await connection.send<string | null>('GET', key)) ?? '';
    if (owner === '' || live.has(owner) || !(await take(connection, number, owner, lease))) continue;
    await connection.send('SELECT', String(number));
    await releaseDatabase(connection, number);
  }
}

async function take(
  connection: RedisConnection,
  number: number,
  seen: string,
  lease: string,
): Promise<boolean> {
  const key = `${claimPrefix}${number}`;
  return (await connection.send<number>('EVAL', takeScript, '1', key, seen, lease)) === 1;
}

async function countOf(connection: RedisConnection): Promise<number> {
  const reply = await connection
    .send<string[] | Record<string, string>>('CONFIG', 'GET', 'databases')
    .catch(() => []);
  const value = Array.isArray(reply) ? reply[1] : reply.databases;
  return Number(value ?? 16);
}

async function usedDatabases(connection: RedisConnection): Promise<Set<number>> {
  const info = await connection.send<string>('INFO', 'keyspace');
  return new Set([...info.matchAll(/^db(\d+):/gm)].map(([, number]) => Number(number)));
}

async function liveLeases(connection: RedisConnection): Promise<Set<string>> {
  const clients = await connection.send<string>('CLIENT', 'LIST');
  return new Set(
    [...clients.matchAll(new RegExp(` name=${namePrefix}([0-9a-f]{8}) `, 'g'))].map(
      ([, lease]) => lease ?? '',
    ),
  );
}
