import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { holdForRun } from './hold-for-run.ts';

/** What the workspace's Vitest configuration tells about the tests. */
interface Provided {
  /** Test files that need Redis, relative to the workspace; none where the machine has no Redis. */
  readonly vouchRedisFiles?: readonly string[];
}

/** Vitest's global set-up of every level: where a file of the run needs Redis, the run holds it as it holds PostgreSQL. */
export default async function holdRedisWhereNeeded({
  vitest,
  config,
}: TestProject): Promise<(() => Promise<void>) | undefined> {
  const { vouchRedisFiles = [] } = config.provide as Provided;
  const running = new Set(vitest.state.getPaths());
  if (!vouchRedisFiles.some((file) => running.has(join(config.root, file)))) return undefined;
  const { holdRedis } = await import('../acquire/hold-redis.ts');
  return holdForRun('redis', holdRedis);
}
