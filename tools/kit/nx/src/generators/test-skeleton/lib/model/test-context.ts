/** What a test of a promise may use where it stands. */
export interface TestContext {
  /** Fixtures by name. */
  readonly fixtures: readonly string[];
  /** Types of fixtures, where the file that makes them states them. */
  readonly fixtureTypes: ReadonlyMap<string, string>;
  /** The fixture that the comment names: the contract's own, else the component's. */
  readonly subject: string | undefined;
  /** What that fixture is called in a suite, where the component's fixtures may have one by its name. */
  readonly alias: string | undefined;
  /** Whether that fixture is the contract itself, so that its members can be called. */
  readonly isOwn: boolean;
  /** Whether the test stands in a suite that makes its subject by `create`. */
  readonly isSuite: boolean;
  readonly contractPackage: string;
  /** What types and values can be imported from there. */
  readonly exported: readonly string[];
  /** Those of them that are functions and errors. */
  readonly exportedValues: readonly string[];
  /** Whether `fast-check` can be imported. */
  readonly hasFastCheck: boolean;
}
