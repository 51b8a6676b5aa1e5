import type { Category, PromiseKind } from '../model.ts';

/** A promise without its id and revision. */
export interface Outcome {
  readonly kind: PromiseKind;
  readonly category: Category;
  /** The end of the id: `returns`, `throws:InvalidKeyError`, `derived:key:empty`. */
  readonly suffix: string;
  readonly text: string;
  /** An earlier wording of `text`. The revision is computed from it, so that rewording derived cases makes no test stale. */
  readonly revisionText?: string;
  readonly error?: string;
  readonly code?: string;
}
