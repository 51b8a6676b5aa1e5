import { engineAddress } from '../database/ladder/ping-engine.ts';
import { allowVariable, type Environment } from '../database/ladder/settings.ts';
import { DatabaseProblem } from '../database/problem.ts';
import type { Rung } from '../database/supervisor/server-record.ts';

/** What the environment says about the Redis to use. */
export interface RedisSettings {
  readonly url: string | undefined;
  readonly forced: Rung | undefined;
  readonly port: number;
  readonly image: string;
  /** The address of the container engine. */
  readonly engine: string;
  readonly path: string;
  readonly allowedHost: string | undefined;
}

const rungs: readonly Rung[] = ['url', 'local', 'container', 'program'];

export function readRedisSettings(env: Environment): RedisSettings {
  return {
    url: env.TEST_REDIS_URL || undefined,
    forced: forcedRung(env.TEST_REDIS),
    port: Number(env.TEST_REDIS_PORT || 6379),
    image: env.TEST_REDIS_IMAGE || 'redis:7-alpine',
    engine: engineAddress(env),
    path: env.PATH ?? '',
    allowedHost: env[allowVariable] || undefined,
  };
}

function forcedRung(value: string | undefined): Rung | undefined {
  if (!value) return undefined;
  const rung = rungs.find((name) => name === value);
  if (rung) return rung;
  throw new DatabaseProblem(
    'wrong-setting',
    `TEST_REDIS is "${value}".`,
    `Set it to one of ${rungs.join(', ')}, or unset it to take the first that works.`,
  );
}
