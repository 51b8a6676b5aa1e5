import { createHash } from 'node:crypto';
import { ServerProblem } from '../model/server-problem.ts';
import { engineAddress } from '../containers/container-engine.ts';
import type { SourceName } from '../model/server-record.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment's settings for the test server. */
export interface SourceSettings {
  readonly url: string | undefined;
  readonly forced: SourceName | undefined;
  readonly image: string;
  /** The address of the container engine. */
  readonly engine: string;
  readonly local: {
    readonly host: string | undefined;
    readonly port: number;
    readonly user: string | undefined;
    readonly password: string | undefined;
    readonly database: string;
  };
  /** A host that tests may write to although its name does not contain "test". */
  readonly allowedHost: string | undefined;
}

/** The name is long so that it is not set by accident. The value is the allowed host. */
export const allowVariable = 'ALLOW_TESTS_TO_DESTROY_DATA_ON';

const sourceNames: readonly SourceName[] = ['url', 'local', 'container', 'embedded'];

export function readSettings(env: Environment): SourceSettings {
  return {
    url: env.TEST_DATABASE_URL || undefined,
    forced: forcedSource(env.TEST_DATABASE),
    image: env.TEST_POSTGRES_IMAGE || 'postgres:18-alpine',
    engine: engineAddress(env),
    local: {
      host: env.PGHOST || undefined,
      port: portOf(env.PGPORT),
      user: env.PGUSER || undefined,
      password: env.PGPASSWORD || undefined,
      database: env.PGDATABASE || 'postgres',
    },
    allowedHost: env[allowVariable] || undefined,
  };
}

/** Hashes all settings: a process uses its parent's server only if both have the same settings. */
export function settingsHash(settings: SourceSettings): string {
  return createHash('sha256').update(JSON.stringify(settings)).digest('hex').slice(0, 12);
}

function forcedSource(value: string | undefined): SourceName | undefined {
  if (!value) return undefined;
  const source = sourceNames.find((name) => name === value);
  if (source) return source;
  throw new ServerProblem(
    'wrong-setting',
    `TEST_DATABASE is "${value}".`,
    `Set it to one of ${sourceNames.join(', ')}, or unset it to take the first that works.`,
  );
}

function portOf(value: string | undefined): number {
  const port = value ? Number(value) : 5432;
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new ServerProblem(
    'wrong-setting',
    `PGPORT is "${value ?? ''}".`,
    'Set it to a port number, or unset it.',
  );
}
