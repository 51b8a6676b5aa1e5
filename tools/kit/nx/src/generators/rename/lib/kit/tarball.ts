/** A package of the kit as npm packed it. */
export interface Tarball {
  readonly name: string;
  readonly version: string;
  readonly file: string;
  readonly integrity: string;
  readonly license?: string;
  readonly bin?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}
