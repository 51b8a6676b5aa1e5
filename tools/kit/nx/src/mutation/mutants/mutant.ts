/** A change of one place in a source file. */
export interface Mutant {
  /** The replaced parts of the source: one, or each use of a constant whose value changes. */
  readonly edits: readonly Edit[];
  /** The member or statement of the file that contains it. */
  readonly unit: Span;
  /** `>= → >`. */
  readonly change: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Edit extends Span {
  /** The code instead. Empty if a statement or the content of a block is removed. */
  readonly text: string;
  readonly place: EditPlace;
}

/** `shorthand`: the property `{ limit }`, whose name stays. */
export type EditPlace = 'expression' | 'shorthand' | 'statement' | 'block';
