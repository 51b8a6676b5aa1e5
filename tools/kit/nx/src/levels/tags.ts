import type { CapabilityName } from './capability-name.ts';

/** A tag of a test, besides the tag of its level. */
export interface Tag {
  readonly description: string;
  readonly timeout?: number;
  readonly retry?: number;
  readonly needs?: CapabilityName;
}

export const tags = {
  slow: { description: 'slow for a good reason: 30 s instead of the level’s limit', timeout: 30_000 },
  db: { description: 'uses PostgreSQL', needs: 'postgres' },
  redis: { description: 'uses Redis', needs: 'redis' },
  docker: { description: 'starts containers', needs: 'docker' },
  browser: { description: 'drives a browser', needs: 'browser' },
  network: { description: 'reaches beyond this machine', needs: 'network' },
  'real-time': { description: 'waits for the real clock: a unit test may sleep for more than 100 ms' },
  leaky: { description: 'may leave timers, handles or process changes behind' },
  gpu: { description: 'uses a GPU', needs: 'gpu' },
  serial: { description: 'its file runs while no other file runs' },
  flaky: { description: 'quarantined: fails occasionally, so it gets three attempts', retry: 2 },
  benchmark: { description: 'measures instead of proving' },
} as const satisfies Record<string, Tag>;

export type TagName = keyof typeof tags;
