/** A test in a file that names a promise. */
export interface FoundTest {
  readonly promise: string;
  readonly revision: string;
  /** Position of the revision, or where to insert one. */
  readonly revisionAt: { readonly start: number; readonly end: number };
  readonly file: string;
  /** The title as written, or its code if it is computed. */
  readonly title: string;
  /** From the first byte of the comment to the end of the statement. */
  readonly start: number;
  readonly end: number;
  /** White space before the test on its line. */
  readonly indent: string;
  readonly isPending: boolean;
  /** `test` or `it`, as in the file. */
  readonly callee: string;
  /** The generator's mark, if the test is unedited. */
  readonly draft: string | undefined;
  /** The surrounding suites, outermost first. */
  readonly suites: readonly FoundSuite[];
}

export interface FoundSuite {
  readonly title: string;
  readonly start: number;
  readonly end: number;
  /** Position after the last statement of the body. */
  readonly bodyEnd: number;
  readonly indent: string;
}
