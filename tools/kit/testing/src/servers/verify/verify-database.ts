import { postgresSources } from '../sources/postgres-sources.ts';
import { type Environment, readSettings } from '../sources/source-settings.ts';
import { ServerProblem } from '../model/server-problem.ts';
import { redisSources } from '../sources/redis-sources.ts';
import { readRedisSettings } from '../sources/redis-settings.ts';
import { tryRedis } from './try-redis.ts';
import { diskSpace } from './disk-space.ts';
import { listSources } from './list-sources.ts';
import { tryPostgres } from './try-postgres.ts';

/** Yields the report line by line, and passes to `done` whether tests can run on PostgreSQL. */
export async function* verifyDatabase(env: Environment, done: (ok: boolean) => void): AsyncGenerator<string> {
  let ok = true;
  try {
    yield 'PostgreSQL: available sources';
    yield* listSources(postgresSources(readSettings(env)));
    yield* diskSpace();
    yield 'Trying it';
    yield* tryPostgres(env);
  } catch (error) {
    ok = false;
    yield explain(error);
  }
  yield 'Redis: available sources';
  try {
    yield* listSources(redisSources(readRedisSettings(env)));
    yield* tryRedis(env);
  } catch (error) {
    // A missing Redis is reported only: tests that need it are skipped with a note.
    yield explain(error);
  }
  yield ok ? 'PostgreSQL is ready for your tests.' : 'Tests cannot run on PostgreSQL yet.';
  done(ok);
}

function explain(error: unknown): string {
  if (error instanceof ServerProblem) return `  ✗ ${error.what}\n    → ${error.fix}`;
  return `  ✗ ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
