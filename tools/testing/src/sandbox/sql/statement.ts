import type { SettingChange } from './setting-changes.ts';

/** What a statement means to the sandbox. Most are `plain`: they go to the server as they are. */
export type Statement =
  | { readonly kind: 'begin'; readonly readOnly: boolean }
  | { readonly kind: 'commit' }
  | { readonly kind: 'rollback' }
  | { readonly kind: 'transaction-only'; readonly command: string }
  | { readonly kind: 'isolation'; readonly readOnly: boolean }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | Plain;

export interface Plain {
  readonly kind: 'plain';
  readonly changes: readonly SettingChange[];
  /** Leaves something on the session that a rollback does not take away, so the connection is not used again. */
  readonly taints: boolean;
}

/** Why the sandbox does not let a statement through, and where it can run instead. */
export interface Refusal {
  readonly what: string;
  readonly why: string;
  readonly instead: string;
}
