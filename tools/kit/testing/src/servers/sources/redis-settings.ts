import { engineAddress } from '../containers/container-engine.ts';
import { allowVariable, type Environment } from './source-settings.ts';
import { ServerProblem } from '../model/server-problem.ts';
import type { SourceName } from '../model/server-record.ts';

/** The environment's settings for Redis. */
export interface RedisSettings {
  readonly url: string | undefined;
  readonly forced: SourceName | undefined;
  readonly port: number;
  readonly image: string;
  /** The address of the container engine. */
  readonly engine: string;
  readonly path: string;
  readonly allowedHost: string | undefined;
}

const sourceNames: readonly SourceName[] = ['url', 'local', 'container', 'program'];

export function readRedisSettings(env: Environment): RedisSettings {
  return {
    url: env.TEST_REDIS_URL || undefined,
    forced: forcedSource(env.TEST_REDIS),
    port: Number(env.TEST_REDIS_PORT || 6379),
    image: env.TEST_REDIS_IMAGE || 'redis:7-alpine',
    engine: engineAddress(env),
    path: env.PATH ?? '',
    allowedHost: env[allowVariable] || undefined,
  };
}

function forcedSource(value: string | undefined): SourceName | undefined {
  if (!value) return undefined;
  const source = sourceNames.find((name) => name === value);
  if (source) return source;
  throw new ServerProblem(
    'wrong-setting',
    `TEST_REDIS is "${value}".`,
    `Set it to one of ${sourceNames.join(', ')}, or unset it to take the first that works.`,
  );
}
