import { acquireRedis } from '../acquire/acquire-redis.ts';
import type { Environment } from '../sources/source-settings.ts';
import { timed } from './timed.ts';

export async function* tryRedis(env: Environment): AsyncGenerator<string> {
  const [redis, started] = await timed(() => acquireRedis(env));
  try {
    await redis.flush();
    yield `  ✓ ${redis.line}: logical database ${redis.database} ready in ${started}`;
  } finally {
    await redis.release();
  }
}
