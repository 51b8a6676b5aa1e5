import { postgresLadder } from '../ladder/postgres-ladder.ts';
import { type Environment, readSettings } from '../ladder/settings.ts';
import { DatabaseProblem } from '../problem.ts';
import { redisLadder } from '../../redis/redis-ladder.ts';
import { readRedisSettings } from '../../redis/redis-settings.ts';
import { tryRedis } from './try-redis.ts';
import { room } from './room.ts';
import { surveyOf } from './survey.ts';
import { tryPostgres } from './try-postgres.ts';

/** The report, line by line as it comes to be known. `done` is told whether tests can run on PostgreSQL. */
export async function* verifyDatabase(env: Environment, done: (ok: boolean) => void): AsyncGenerator<string> {
  let ok = true;
  try {
    yield 'PostgreSQL: what a test run would use';
    yield* surveyOf(postgresLadder(readSettings(env)));
    yield* room();
    yield 'Trying it';
    yield* tryPostgres(env);
  } catch (error) {
    ok = false;
    yield explain(error);
  }
  yield 'Redis: what a test run would use';
  try {
    yield* surveyOf(redisLadder(readRedisSettings(env)));
    yield* tryRedis(env);
  } catch (error) {
    // tests that need Redis say that they did not run; the others do not need it
    yield explain(error);
  }
  yield ok ? 'PostgreSQL is ready for your tests.' : 'Tests cannot run on PostgreSQL yet.';
  done(ok);
}

function explain(error: unknown): string {
  if (error instanceof DatabaseProblem) return `  ✗ ${error.what}\n    → ${error.remedy}`;
  return `  ✗ ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
