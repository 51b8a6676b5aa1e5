import { ServerProblem } from '../model/server-problem.ts';
import type { RedisConnection } from './redis-connection.ts';

/** The prefix of the keys that record which lease owns a logical database. They are the kit's only keys in database 0. */
const claimPrefix = 'vouch:claim:';
/**
 * The prefix of connection names. A connection is named after its lease, so every process can see which leases are
 * live.
 */
export const namePrefix = 'vouch-';

/** Takes the key unless another process has changed it since it was read. */
const takeScript = `
  local owner = redis.call('GET', KEYS[1])
  if (owner or '') ~= ARGV[1] then return 0 end
  redis.call('SET', KEYS[1], ARGV[2])
  return 1`;

/**
 * Claims a logical database for a lease and selects it. Only an empty database, or one of an ended lease, is claimed:
 * other data on the server are never touched.
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

/** Empties the claimed database that the connection has selected, and releases it. */
export async function releaseDatabase(connection: RedisConnection, number: number): Promise<void> {
  await connection.send('FLUSHDB');
  await connection.send('SELECT', '0');
  await connection.send('DEL', `${claimPrefix}${number}`);
}

/** Empties and releases the databases of ended leases. */
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
