/** A comment's parts as plain text, one line each; examples keep their code as it is. */
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
  /** `{@inheritDoc}` stands in it. */
  readonly inherits: boolean;
}

/** What always holds: in words, in code that can be run, or both. */
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
