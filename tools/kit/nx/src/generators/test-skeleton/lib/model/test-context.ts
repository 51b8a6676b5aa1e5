/** The names that a promise's test may use in its file. */
export interface TestContext {
  /** Names of the fixtures. */
  readonly fixtures: readonly string[];
  /** Types of fixtures, if the fixtures file states them. */
  readonly fixtureTypes: ReadonlyMap<string, string>;
  /** The fixture that the comment mentions: the contract's own, else the component's. */
  readonly subject: string | undefined;
  /** Name of that fixture in a suite file, because the component's fixtures may have one of the same name. */
  readonly alias: string | undefined;
  /** True if the fixture is the contract itself, so that tests can call its members. */
  readonly isOwn: boolean;
  /** True if the test is in a suite that creates its subject with `create`. */
  readonly isSuite: boolean;
  readonly contractPackage: string;
  /** All exports of the contract package. */
  readonly exported: readonly string[];
  /** The functions and errors among them. */
  readonly exportedValues: readonly string[];
  /** True if `fast-check` is installed. */
  readonly hasFastCheck: boolean;
}
