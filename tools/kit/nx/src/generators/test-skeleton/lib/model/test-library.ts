import type { FoundTest } from '../../../../promise-tests/found-test.ts';
import type { PlannedTest } from './planned-test.ts';
import type { TestContext } from './test-context.ts';

/** The part of a component's test library that new tests depend on. */
export interface TestLibrary {
  readonly root: string;
  readonly tests: readonly FoundTest[];
  /** The file that exports a `test` with the component's fixtures, if it exists. */
  readonly fixturesFile: string | undefined;
  /** The names that a test may use in a file. In a suite file these include the suite's subject. */
  contextOf(this: void, planned: PlannedTest, file: string): TestContext;
}
