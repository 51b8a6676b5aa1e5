import type { ImportOf } from '../../../../lib/insert-import.ts';

/** The function of a generated test. */
export interface Body {
  readonly code: string;
  /** Somebody has yet to say what it asserts. */
  readonly isPending: boolean;
  /** What it needs besides fixtures. */
  readonly imports: readonly ImportOf[];
}
