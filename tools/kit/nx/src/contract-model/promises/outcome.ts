import type { Category, PromiseKind } from '../model.ts';

/** A promise before it has its id and revision. */
export interface Outcome {
  readonly kind: PromiseKind;
  readonly category: Category;
  /** What the id ends in: `returns`, `throws:InvalidKeyError`, `derived:key:empty`. */
  readonly suffix: string;
  readonly text: string;
  readonly error?: string;
  readonly code?: string;
}
