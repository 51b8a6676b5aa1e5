/** A test that names a promise, as it stands in a file. */
export interface FoundTest {
  readonly promise: string;
  readonly revision: string;
  /** Where its revision is written, or where it would be. */
  readonly revisionAt: { readonly start: number; readonly end: number };
  readonly file: string;
  /** From the first byte of its comment to the end of its statement. */
  readonly start: number;
  readonly end: number;
  /** White space before it on its line. */
  readonly indent: string;
  readonly isPending: boolean;
  /** `test` or `it`, as the file calls it. */
  readonly callee: string;
  /** The generator's mark, where nobody has edited the test. */
  readonly draft: string | undefined;
  /** The suites around it, outermost first. */
  readonly suites: readonly FoundSuite[];
}

export interface FoundSuite {
  readonly title: string;
  readonly start: number;
  readonly end: number;
  /** Just after the last statement within. */
  readonly bodyEnd: number;
  readonly indent: string;
}
