/** A part of `npm run check`. */
export interface Check {
  /** Selects the check: `npm run check -- types`. */
  readonly name: string;
  readonly title: string;
  /** A command that exits with 0 on success, or a function that returns the problems. */
  readonly how: readonly string[] | ((root: string) => Promise<readonly string[]>);
  /** The command that fixes the problems. */
  readonly fix: string;
}
