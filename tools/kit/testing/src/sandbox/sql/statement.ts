/** What a statement means to the sandbox. Most are `plain`: they go to the server as they are. */
export type Statement =
  TransactionControl | { readonly kind: 'unsupported'; readonly problem: StatementProblem } | Plain;

export type TransactionControl =
  | { readonly kind: 'begin'; readonly command: string; readonly modes: TransactionModes }
  | { readonly kind: 'commit'; readonly chain: boolean }
  | { readonly kind: 'rollback'; readonly chain: boolean }
  | { readonly kind: 'set-transaction'; readonly modes: TransactionModes }
  /** PostgreSQL refuses it outside a transaction. */
  | { readonly kind: 'block-only'; readonly command: string; readonly effects: Effects };

/** What BEGIN and SET TRANSACTION say about a transaction; what they leave out comes from the session's defaults. */
export interface TransactionModes {
  readonly isolation?: string;
  readonly access?: 'read only' | 'read write';
  readonly deferrable?: boolean;
}

export interface Plain {
  readonly kind: 'plain';
  readonly effects: Effects;
}

/** What a statement may leave behind that PostgreSQL ends with the transaction, and a savepoint does not. */
export interface Effects {
  /** It takes a snapshot, after which the characteristics of its transaction are fixed. */
  readonly queries: boolean;
  /** It calls nothing that could write. */
  readonly onlyReads: boolean;
  /** It begins a subtransaction. */
  readonly savepoint: boolean;
  /** It changes settings for its transaction. */
  readonly localSettings: boolean;
  /** The settings that it changes for the session. */
  readonly sessionSettings: readonly string[];
  /** It takes settings back to what the connection began with. */
  readonly resets: boolean;
  /** It opens cursors. */
  readonly cursors: boolean;
  /** It changes when constraints are checked. */
  readonly constraints: boolean;
  /** It makes constraints whose check can be deferred. */
  readonly definesConstraints: boolean;
  /** It makes a function, which may do any of this later. */
  readonly functions: boolean;
  /** It asks for characteristics of its transaction that the sandbox only imitates. */
  readonly readsCharacteristics: boolean;
  /** It talks to the client before it is answered, so that nothing can be sent after it. */
  readonly converses: boolean;
  /** It leaves something on the session that a rollback does not take away. */
  readonly unclean: boolean;
  /** Outside a transaction PostgreSQL warns that this command does nothing. */
  readonly warning?: string;
}

/** Why the sandbox does not let a statement through, and where it can run fix. */
export interface StatementProblem {
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}
