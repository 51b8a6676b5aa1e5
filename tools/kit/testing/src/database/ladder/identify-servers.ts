import { redisLadder } from '../../redis/redis-ladder.ts';
import { readRedisSettings } from '../../redis/redis-settings.ts';
import { DatabaseProblem } from '../problem.ts';
import { climb } from './climb.ts';
import type { Ladder } from './ladder.ts';
import { postgresLadder } from './postgres-ladder.ts';
import { type Environment, readSettings } from './settings.ts';
import type { Service } from '../supervisor/server-record.ts';

/** Kind and version of the servers that a run in this environment would use: `PostgreSQL 15.18`, `embedded 18.4.0`. */
export async function identifyServers(env: Environment): Promise<Record<Service, string>> {
  const [postgres, redis] = await Promise.all([
    identify(() => postgresLadder(readSettings(env))),
    identify(() => redisLadder(readRedisSettings(env))),
  ]);
  return { postgres, redis };
}

/** A server that cannot be used is an identity, too: its tests fail or do not run. */
async function identify(ladder: () => Ladder): Promise<string> {
  try {
    return (await climb(ladder(), new Map())).identity;
  } catch (error) {
    if (error instanceof DatabaseProblem) return error.code;
    throw error;
  }
}
