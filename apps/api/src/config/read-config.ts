import { isIP } from 'node:net';
import type { Serve } from '../components/api-component.ts';
import { components } from '../components/components.ts';
import { type Environment, Variables } from '../environment/variables.ts';

export interface Config {
  readonly databaseUrl: string;
  /** The most database connections of this process. */
  readonly databaseConnections: number;
  /** The cache of all API processes. If it is empty, each process has its own. */
  readonly redisUrl: string;
  readonly host: string;
  readonly port: number;
  readonly logLevel: string;
  readonly mailFolder: string;
  /** Origins of the web pages that may call the API from a browser. */
  readonly corsOrigins: readonly string[];
  /** Addresses of trusted proxies. `X-Forwarded-For` from other addresses is ignored. */
  readonly trustedProxies: readonly string[];
  /** Seconds for which it serves as not ready before it stops. */
  readonly drainSeconds: number;
  /** Requests that one address may make in a minute. */
  readonly requestsPerMinute: number;
  /** Anonymous writes, such as log-ins and registrations, that one address may make in a minute. */
  readonly anonymousWritesPerMinute: number;
  /** True if the demo tenants exist: the home page then shows them and their password. */
  readonly demo: boolean;
  /** The page of the promise board, which the home page of the demo links. If it is empty, there is no link. */
  readonly boardPage: string;
  /** The components with their configuration. */
  readonly components: readonly Serve[];
}

const postgres = ['postgres:', 'postgresql:'];
const application = 'postgres://vouch_app:secret@127.0.0.1:5432/vouch';
const owner = 'postgres://vouch_owner:secret@127.0.0.1:5432/vouch';
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** @throws ConfigError naming every variable that is missing or wrong, with an example of a right one */
export function readConfig(environment: Environment): Config {
  const variables = new Variables(environment);
  const config = {
    databaseUrl: variables.url('DATABASE_URL', postgres, application),
    databaseConnections: variables.count('DATABASE_CONNECTIONS', 10),
    redisUrl: variables.url('REDIS_URL', ['redis:', 'rediss:'], 'redis://127.0.0.1:6379', ''),
    host: variables.text('HOST', '127.0.0.1', '127.0.0.1'),
    port: variables.port('PORT', 3000),
    logLevel: variables.choice('LOG_LEVEL', logLevels, 'info'),
    mailFolder: variables.text('MAIL_FOLDER', '/var/spool/vouch'),
    corsOrigins: variables.list('CORS_ORIGINS', isOrigin, 'https://app.example,https://admin.app.example'),
    trustedProxies: variables.list('TRUSTED_PROXIES', isNetwork, '10.0.0.7,192.168.0.0/16'),
    drainSeconds: variables.count('DRAIN_SECONDS', 0, 0),
    requestsPerMinute: variables.count('REQUESTS_PER_MINUTE', 600),
    anonymousWritesPerMinute: variables.count('ANONYMOUS_WRITES_PER_MINUTE', 20),
    demo: variables.choice('DEMO', ['yes', 'no'], 'no') === 'yes',
    boardPage: variables.text('BOARD_PAGE', '.vouch/board/index.html', ''),
  };
  const own = components.flatMap(({ configure }) => configure?.(variables, config) ?? []);
  variables.check();
  return { ...config, components: own };
}

export interface MigrationConfig {
  readonly ownerUrl: string;
  readonly applicationUrl: string;
}

/** Reads the URLs of the tables' owner and of the API's role. */
export function readMigrationConfig(environment: Environment): MigrationConfig {
  const variables = new Variables(environment);
  const config = {
    ownerUrl: variables.url('OWNER_DATABASE_URL', postgres, owner),
    applicationUrl: variables.url('DATABASE_URL', postgres, application),
  };
  variables.check();
  return config;
}

export function readSeedConfig(environment: Environment): { readonly databaseUrl: string } {
  const variables = new Variables(environment);
  const config = { databaseUrl: variables.url('DATABASE_URL', postgres, application) };
  variables.check();
  return config;
}

/** Returns whether a text is an origin as browsers send it, without a path or a pattern. */
export function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

/** Returns whether a text is an address, a network, or a name that Fastify has for networks. */
export function isNetwork(text: string): boolean {
  const [address = '', prefix = '1', ...more] = text.split('/');
  const longest = { 4: 32, 6: 128 }[isIP(address)];
  if (longest === undefined) return ['loopback', 'linklocal', 'uniquelocal'].includes(text);
  return more.length === 0 && /^\d{1,3}$/.test(prefix) && Number(prefix) >= 1 && Number(prefix) <= longest;
}
