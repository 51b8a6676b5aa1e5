import type { Tree } from '@nx/devkit';
import type { SkeletonOptions } from '../normalize-options.ts';
import type { Planned } from '../read/select-promises.ts';
import type { TestLibrary } from '../read/test-library.ts';

/** What the writing steps share. */
export interface Workplace extends Pick<SkeletonOptions, 'component' | 'level' | 'maxLines'> {
  readonly tree: Tree;
  readonly library: TestLibrary;
  /** Every promise of the component, in the order of the plan. */
  readonly all: readonly Planned[];
  /** Where new files go. */
  readonly folder: string;
  /** A path that stands for any new file: what can be used in one depends on its kind. */
  readonly newFile: string;
}
