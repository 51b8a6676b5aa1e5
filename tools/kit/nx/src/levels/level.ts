import type { CapabilityName } from './capability-name.ts';
import type { TagName } from './tags.ts';

/** `shared`: the test files of a worker share packages and the process. `isolated`: they share nothing. */
export type ModuleSharing = 'shared' | 'isolated';

/** One row of the level table: all facts about a kind of test. */
export interface Level {
  readonly name: string;
  /** Time limit of a test in milliseconds; 0 for none. */
  readonly timeout: number;
  readonly modules: ModuleSharing;
  /** Capabilities that every test of the level needs; tests add more with tags. */
  readonly needs: readonly CapabilityName[];
  /** True if the level is part of the `test` target. */
  readonly inTest: boolean;
  /** True if the level runs by itself, after the others. */
  readonly alone: boolean;
  /** Tags that every test of the level gets in addition to the level's own. */
  readonly tags: readonly TagName[];
}
