/** A change of one place in a source file. */
export interface Mutant {
  /** The replaced part of the source. */
  readonly start: number;
  readonly end: number;
  /** The code instead of it. Empty if a statement or the content of a block is removed. */
  readonly text: string;
  readonly place: MutantPlace;
  /** `>= → >`. */
  readonly change: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
}

export type MutantPlace = 'expression' | 'statement' | 'block';
