import { randomBytes } from 'node:crypto';
import { newLabel, removeLabelled } from '../containers/labelled-container.ts';
import type { Provider, StartedServer } from '../model/server-provider.ts';
import type { RunRecord, ServerOrder } from '../model/server-record.ts';
import { namePrefix, sweepClaims } from '../redis/claim-database.ts';
import { inspectRedis } from '../redis/inspect-redis.ts';
import { adoptProgram, clearProgram, newRedisFolder, startProgram } from './redis-program.ts';
import { connectRedis } from '../redis/redis-connection.ts';

export const redisProvider: Provider = {
  plan,
  start,
  adopt: ({ folder }, url) => (folder === undefined ? undefined : adoptProgram(folder, url)),
  clear,
  versionOf: (url) => inspectRedis(url),
  prepare: async (url) => ({ version: await inspectRedis(url) }),
  sweep,
  idleTime: async () => 1_000,
};

async function plan({ source }: ServerOrder): Promise<RunRecord> {
  if (source === 'program') return { service: 'redis', folder: newRedisFolder() };
  return { service: 'redis', ...(source === 'container' ? { label: newLabel() } : {}) };
}

async function clear({ folder, label }: RunRecord): Promise<void> {
  if (folder !== undefined) await clearProgram(folder);
  if (label !== undefined) await removeLabelled(label);
}

async function start(
  { source, program, image, url }: ServerOrder,
  { folder, label }: RunRecord,
): Promise<StartedServer> {
  if (source === 'program' && program && folder) return startProgram(program, folder);
  if (source === 'container' && image && label)
    return (await import('./redis-container.ts')).startRedisContainer(image, label);
  if (url) return { url, ended: new Promise(() => undefined), stop: async () => undefined };
  throw new Error(`the order for a Redis server (${source}) is incomplete`);
}

async function sweep(url: string): Promise<boolean> {
  const lease = randomBytes(4).toString('hex');
  const connection = await connectRedis(url, `${namePrefix}${lease}`).catch(() => undefined);
  if (!connection) return false;
  await sweepClaims(connection, lease).catch(console.error);
  await connection.close();
  return true;
}
