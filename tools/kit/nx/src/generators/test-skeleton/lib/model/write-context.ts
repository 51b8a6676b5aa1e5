import type { Tree } from '@nx/devkit';
import type { PlannedTest } from './planned-test.ts';
import type { SkeletonOptions } from './skeleton-options.ts';
import type { TestLibrary } from './test-library.ts';

/** The shared input of the writing steps. */
export interface WriteContext extends Pick<SkeletonOptions, 'component' | 'level' | 'maxLines'> {
  readonly tree: Tree;
  readonly library: TestLibrary;
  /** Every promise of the component, in plan order. */
  readonly all: readonly PlannedTest[];
  /** Folder of new files. */
  readonly folder: string;
  /** Stands for any new file, because the kind of file decides which names a test may use. */
  readonly newFile: string;
}
