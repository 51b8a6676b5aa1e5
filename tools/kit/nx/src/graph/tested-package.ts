import type { TargetConfiguration } from '@nx/devkit';

type Inputs = NonNullable<TargetConfiguration['inputs']>;

/** What is known of a package before its tests run. */
export interface TestedPackage {
  /** Its test files, relative to its root. */
  readonly specs: readonly string[];
  /** A test library, or the end-to-end tests of an app: there is no code in it that is not part of a test. */
  readonly onlyTests: boolean;
  /** What its tests read beside its own files and its dependencies, by level: `"vouch": { "inputs": … }`. */
  readonly inputs: Readonly<Record<string, Inputs>>;
}
