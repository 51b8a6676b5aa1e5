/** The strictness of the guards. The level decides it, and tags lift rules. */
export interface Rules {
  /** Connections and lookups beyond loopback are blocked. */
  readonly network: boolean;
  /** A timer that fires after more than 100 ms is a problem. */
  readonly sleeps: boolean;
  /** A leak is a problem. */
  readonly leaks: boolean;
  /** Handles are checked at the end of each test, otherwise at the end of the file. */
  readonly handlesPerTest: boolean;
  /** Timers, handles and listeners that a dependency created by itself are checked as well. */
  readonly dependencies: boolean;
}

/** The tags that have lifted guards for a test. */
export type LiftedGuards = readonly string[];

declare module 'vitest' {
  interface TaskMeta {
    liftedGuards?: LiftedGuards;
  }
}

const lifting = ['network', 'real-time', 'leaky'] as const;

/** Returns the rules for a test or file of a level. On levels that use servers, fixtures may outlive a test. */
export function rulesOf(level: string | undefined, tags: readonly string[] = []): Rules {
  const strict = level === undefined || level === '' || level === 'unit';
  return {
    network: !tags.includes('network'),
    sleeps: strict && !tags.includes('real-time'),
    leaks: !tags.includes('leaky'),
    handlesPerTest: strict,
    dependencies: strict,
  };
}

/** Returns the tags that lift a guard, for the test's `meta`, which reporters read. */
export function liftedBy(tags: readonly string[] = []): string[] {
  return lifting.filter((tag) => tags.includes(tag));
}
