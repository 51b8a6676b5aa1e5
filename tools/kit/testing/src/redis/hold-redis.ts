import { serverLine } from '../database/ladder/server-line.ts';
import type { Environment } from '../database/ladder/settings.ts';
import { takeFirst } from '../database/ladder/take-first.ts';
import type { Hold } from '../global-setup/hold-for-run.ts';
import { redisLadder } from './redis-ladder.ts';
import { readRedisSettings } from './redis-settings.ts';

/** Keeps the machine's Redis for others, without a logical database of one's own. */
export async function holdRedis(env: Environment = process.env): Promise<Hold> {
  return takeFirst(redisLadder(readRedisSettings(env)), env, async ({ server, leave }, context) => ({
    line: serverLine('Redis', server, context.instead),
    identity: context.identity,
    environment: context.environment,
    release: leave,
  }));
}
