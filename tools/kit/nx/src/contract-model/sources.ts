/** What the model is made from. Paths are relative to the workspace's root, with forward slashes. */
export interface ContractSources {
  readonly components: readonly ComponentSource[];
  /** All TypeScript files that the components' contracts may consist of. */
  readonly files: ReadonlyMap<string, string>;
  /** Packages that no contract may import: the app libraries. */
  readonly appPackages: readonly string[];
}

export interface ComponentSource {
  readonly name: string;
  readonly package: string;
  /** Its contract library's folder; what is exported from elsewhere is another component's. */
  readonly root: string;
  /** The file that `exports` points at. */
  readonly entry: string;
}
