/** The parts of a comment as plain text, one line each. Examples keep their code unchanged. */
export interface Documentation {
  readonly summary: string;
  readonly remarks: readonly string[];
  readonly returns: readonly string[];
  readonly throws: readonly { readonly error: string; readonly text: string }[];
  readonly params: ReadonlyMap<string, string>;
  readonly promises: readonly { readonly slug: string; readonly text: string; readonly category?: string }[];
  readonly invariants: readonly Law[];
  readonly laws: readonly Law[];
  readonly examples: readonly string[];
  readonly waivers: readonly { readonly promise?: string; readonly reason: string }[];
  readonly tenantScoped: boolean;
  /** True if the comment contains `{@inheritDoc}`. */
  readonly inherits: boolean;
}

/** A statement that always holds: in words, in code that can run, or both. */
export interface Law {
  readonly text: string;
  readonly code?: string;
}

export const noDocumentation: Documentation = {
  summary: '',
  remarks: [],
  returns: [],
  throws: [],
  params: new Map(),
  promises: [],
  invariants: [],
  laws: [],
  examples: [],
  waivers: [],
  tenantScoped: false,
  inherits: false,
};
