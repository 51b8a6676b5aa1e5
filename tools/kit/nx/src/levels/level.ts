import type { CapabilityName } from './capability-name.ts';
import type { TagName } from './tags.ts';

/** What the test files of a worker share: packages and the process, or nothing. */
export type ModuleSharing = 'shared' | 'isolated';

/** One row of the level table: everything that Vouch knows about a kind of test. */
export interface Level {
  readonly name: string;
  /** Milliseconds that one test may take; 0 for as long as it likes. */
  readonly timeout: number;
  readonly modules: ModuleSharing;
  /** What every test of the level needs; single tests name more by their tags. */
  readonly needs: readonly CapabilityName[];
  /** Part of the `test` target. */
  readonly inTest: boolean;
  /** Runs by itself, after the levels that do not. */
  readonly alone: boolean;
  /** Tags that every test of the level bears, besides the level's own. */
  readonly tags: readonly TagName[];
}
