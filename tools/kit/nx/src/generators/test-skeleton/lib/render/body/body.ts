import type { ImportOf } from '../../../../lib/insert-import.ts';

/** The function of a generated test. */
export interface Body {
  readonly code: string;
  /** True if a person still has to write the assertion. */
  readonly isPending: boolean;
  /** The imports that it needs besides fixtures. */
  readonly imports: readonly ImportOf[];
}
