import type { TargetConfiguration } from '@nx/devkit';

type Inputs = NonNullable<TargetConfiguration['inputs']>;

/** A package with the facts that determine its targets. */
export interface TestedPackage {
  /** Its test files, relative to its root. */
  readonly specs: readonly string[];
  /** True for a test library or end-to-end tests, which contain only tests and their helpers. */
  readonly onlyTests: boolean;
  /** Additional inputs of its tests by level: `"vouch": { "inputs": … }`. */
  readonly inputs: Readonly<Record<string, Inputs>>;
  /** The only levels that `test` gathers: `"vouch": { "test": ["unit"] }`. `test-all` gathers the others, too. */
  readonly test?: readonly string[];
}
