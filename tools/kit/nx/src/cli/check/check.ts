/** Part of `npm run check`. */
export interface Check {
  /** Selects it: `npm run check -- types`. */
  readonly name: string;
  readonly title: string;
  /** A command that ends with 0 where all is well, or a function that returns the problems. */
  readonly how: readonly string[] | ((root: string) => Promise<readonly string[]>);
  /** The command that fixes it. */
  readonly fix: string;
}
