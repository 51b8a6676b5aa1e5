/** The meaning of a statement for the sandbox. Most are `plain` and go to the server unchanged. */
export type Statement =
  TransactionControl | { readonly kind: 'unsupported'; readonly problem: StatementProblem } | Plain;

export type TransactionControl =
  | { readonly kind: 'begin'; readonly command: string; readonly modes: TransactionModes }
  | { readonly kind: 'commit'; readonly chain: boolean }
  | { readonly kind: 'rollback'; readonly chain: boolean }
  | { readonly kind: 'set-transaction'; readonly modes: TransactionModes }
  /** A command that PostgreSQL rejects outside a transaction. */
  | { readonly kind: 'block-only'; readonly command: string; readonly effects: Effects };

/** The modes in BEGIN and SET TRANSACTION. Omitted modes come from the session's defaults. */
export interface TransactionModes {
  readonly isolation?: string;
  readonly access?: 'read only' | 'read write';
  readonly deferrable?: boolean;
}

export interface Plain {
  readonly kind: 'plain';
  readonly effects: Effects;
}

/** The possible effects of a statement that end with a transaction, but not with a savepoint. */
export interface Effects {
  /** Takes a snapshot, after which the characteristics of the transaction are fixed. */
  readonly queries: boolean;
  /** Calls nothing that could write. */
  readonly onlyReads: boolean;
  /** Begins a subtransaction. */
  readonly savepoint: boolean;
  /** Changes settings for its transaction. */
  readonly localSettings: boolean;
  /** The settings that it changes for the session. */
  readonly sessionSettings: readonly string[];
  /** Resets settings to their values at the start of the connection. */
  readonly resets: boolean;
  /** Opens cursors. */
  readonly cursors: boolean;
  /** Changes when constraints are checked. */
  readonly constraints: boolean;
  /** Creates deferrable constraints. */
  readonly definesConstraints: boolean;
  /** Creates a function, which may do all of this later. */
  readonly functions: boolean;
  /** Reads characteristics of its transaction that the sandbox only imitates. */
  readonly readsCharacteristics: boolean;
  /** Exchanges messages with the client before it is answered, so nothing can be sent after it. */
  readonly converses: boolean;
  /** Changes the session in a way that a rollback does not undo. */
  readonly unclean: boolean;
  /** A command without effect outside a transaction, about which PostgreSQL warns. */
  readonly warning?: string;
}

/** The reason why a statement cannot run in the sandbox, and how to fix it. */
export interface StatementProblem {
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}
