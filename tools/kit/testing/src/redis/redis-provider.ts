import { randomBytes } from 'node:crypto';
import { newLabel, removeLabelled } from '../database/rungs/labelled-container.ts';
import type { Provider, StartedServer } from '../database/supervisor/provider.ts';
import type { RunRecord, ServerOrder } from '../database/supervisor/server-record.ts';
import { namePrefix, sweepClaims } from './claim-database.ts';
import { inspectRedis } from './inspect-redis.ts';
import { adoptProgram, clearProgram, newRedisFolder, startProgram } from './program-rung.ts';
import { connectRedis } from './redis-connection.ts';

export const redisProvider: Provider = {
  plan,
  start,
  adopt: ({ folder }, url) => (folder === undefined ? undefined : adoptProgram(folder, url)),
  clear,
  versionOf: (url) => inspectRedis(url),
  prepare: async (url) => ({ version: await inspectRedis(url) }),
  sweep,
  patience: async () => 1_000,
};

async function plan({ rung }: ServerOrder): Promise<RunRecord> {
  if (rung === 'program') return { service: 'redis', folder: newRedisFolder() };
  return { service: 'redis', ...(rung === 'container' ? { label: newLabel() } : {}) };
}

async function clear({ folder, label }: RunRecord): Promise<void> {
  if (folder !== undefined) await clearProgram(folder);
  if (label !== undefined) await removeLabelled(label);
}

async function start(
  { rung, program, image, url }: ServerOrder,
  { folder, label }: RunRecord,
): Promise<StartedServer> {
  if (rung === 'program' && program && folder) return startProgram(program, folder);
  if (rung === 'container' && image && label)
    return (await import('./redis-container.ts')).startRedisContainer(image, label);
  if (url) return { url, ended: new Promise(() => undefined), stop: async () => undefined };
  throw new Error(`the order for a Redis server (${rung}) is incomplete`);
}

async function sweep(url: string): Promise<boolean> {
  const lease = randomBytes(4).toString('hex');
  const connection = await connectRedis(url, `${namePrefix}${lease}`).catch(() => undefined);
  if (!connection) return false;
  await sweepClaims(connection, lease).catch(console.error);
  await connection.close();
  return true;
}
