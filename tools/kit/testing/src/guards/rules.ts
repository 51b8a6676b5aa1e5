/** How strict the guards are; decided by the level and lifted by tags. */
export interface Rules {
  /** Connections and look-ups beyond loopback are refused. */
  readonly network: boolean;
  /** A timer that fires after more than 100 ms is a problem. */
  readonly sleeps: boolean;
  /** What is left behind is a problem. */
  readonly leaks: boolean;
  /** Handles are judged at the end of each test; otherwise at the end of the file. */
  readonly handlesPerTest: boolean;
  /** Timers, handles and listeners that a dependency made by itself are judged too. */
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

/** The rules for a test or file of a level. Fixtures of the levels that use servers may outlive a test. */
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

/** Those of a test's tags that lift a guard: told to the reporters in the test's `meta`. */
export function liftedBy(tags: readonly string[] = []): string[] {
  return lifting.filter((tag) => tags.includes(tag));
}
