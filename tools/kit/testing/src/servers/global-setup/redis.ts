import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { holdForRun } from './hold-for-run.ts';

/** The part of the workspace's Vitest configuration that describes the tests. */
interface Provided {
  /** The test files that need Redis, relative to the workspace; empty on a machine without Redis. */
  readonly vouchRedisFiles?: readonly string[];
}

/** Vitest's global set-up of every level: holds Redis for the run if one of its files needs it. */
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
