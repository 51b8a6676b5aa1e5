import { serverLine } from '../sources/server-line.ts';
import type { Environment } from '../sources/source-settings.ts';
import { type ServerContext, acquireFirst } from '../sources/acquire-first.ts';
import type { JoinedServer } from '../supervisor/join-server.ts';
import type { SourceName, ServerRecord } from '../model/server-record.ts';
import { claimDatabase, namePrefix, releaseDatabase } from '../redis/claim-database.ts';
import { connectRedis } from '../redis/redis-connection.ts';
import { redisSources } from '../sources/redis-sources.ts';
import { readRedisSettings } from '../sources/redis-settings.ts';

/** A logical database on the machine's Redis that only this process uses. Releasing it empties it. */
export interface TestRedis extends AsyncDisposable {
  readonly source: SourceName;
  readonly version: string;
  /** The server and how it was chosen, as one line for the start of a run. */
  readonly line: string;
  /** The address of the logical database. */
  readonly url: string;
  readonly database: number;
  /** Variables for the environment of child processes, which then use this server without probing. */
  readonly environment: Readonly<Record<string, string>>;
  /** Empties the logical database and no other. */
  readonly flush: () => Promise<void>;
  readonly release: () => Promise<void>;
}

/**
 * Takes a lease on the first Redis that is available: TEST_REDIS_URL, a local server, a container, or a program on
 * the PATH. All runs of the machine share it.
 *
 * @example
 * await using redis = await acquireRedis();
 * await using api = await startApi({ REDIS_URL: redis.url });
 */
export async function acquireRedis(env: Environment = process.env): Promise<TestRedis> {
  return acquireFirst(redisSources(readRedisSettings(env)), env, openRedis);
}

async function openRedis(joined: JoinedServer<ServerRecord>, context: ServerContext): Promise<TestRedis> {
  const { server, lease, leave } = joined;
  try {
    const connection = await connectRedis(server.url, `${namePrefix}${lease.id}`);
    const database = await claimDatabase(connection, lease.id);
    const release = async (): Promise<void> => {
      await releaseDatabase(connection, database).catch(() => undefined);
      await connection.close();
      await leave();
    };
    return {
      source: server.source,
      version: server.version,
      line: serverLine('Redis', server, context.skipped),
      url: urlOf(server.url, database),
      database,
      environment: context.environment,
      flush: () => connection.send('FLUSHDB'),
      release,
      [Symbol.asyncDispose]: release,
    };
  } catch (error) {
    await leave();
    throw error;
  }
}

function urlOf(server: string, database: number): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
