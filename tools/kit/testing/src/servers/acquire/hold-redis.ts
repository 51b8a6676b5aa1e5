import { serverLine } from '../sources/server-line.ts';
import type { Environment } from '../sources/source-settings.ts';
import { type ServerHold, acquireFirst } from '../sources/acquire-first.ts';
import { redisSources } from '../sources/redis-sources.ts';
import { readRedisSettings } from '../sources/redis-settings.ts';

/** Takes a lease on the machine's Redis without claiming a logical database. */
export async function holdRedis(env: Environment = process.env): Promise<ServerHold> {
  return acquireFirst(redisSources(readRedisSettings(env)), env, async ({ server, leave }, context) => ({
    line: serverLine('Redis', server, context.skipped),
    identity: context.identity,
    environment: context.environment,
    release: leave,
  }));
}
