import { redisSources } from './redis-sources.ts';
import { readRedisSettings } from './redis-settings.ts';
import { ServerProblem } from '../model/server-problem.ts';
import { firstAvailable } from './first-available.ts';
import type { ServerSources } from './server-sources.ts';
import { postgresSources } from './postgres-sources.ts';
import { type Environment, readSettings } from './source-settings.ts';
import type { Service } from '../model/server-record.ts';

/**
 * Returns kind and version of the servers that a run in this environment would use, such as `PostgreSQL 15.18` or
 * `embedded 18.4.0`.
 */
export async function identifyServers(env: Environment): Promise<Record<Service, string>> {
  const [postgres, redis] = await Promise.all([
    identify(() => postgresSources(readSettings(env))),
    identify(() => redisSources(readRedisSettings(env))),
  ]);
  return { postgres, redis };
}

/** Identifies an unusable server by the code of its problem. */
async function identify(sources: () => ServerSources): Promise<string> {
  try {
    return (await firstAvailable(sources(), new Map())).identity;
  } catch (error) {
    if (error instanceof ServerProblem) return error.code;
    throw error;
  }
}
