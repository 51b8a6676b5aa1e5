import type { Tree } from '@nx/devkit';
import type { PlannedTest } from './planned-test.ts';
import type { SkeletonOptions } from './skeleton-options.ts';
import type { TestLibrary } from './test-library.ts';

/** What the writing steps share. */
export interface WriteContext extends Pick<SkeletonOptions, 'component' | 'level' | 'maxLines'> {
  readonly tree: Tree;
  readonly library: TestLibrary;
  /** Every promise of the component, in the order of the plan. */
  readonly all: readonly PlannedTest[];
  /** Where new files go. */
  readonly folder: string;
  /** A path that stands for any new file: what can be used in one depends on its kind. */
  readonly newFile: string;
}
