/** The input of the model. Paths are relative to the workspace root, with forward slashes. */
export interface ContractSources {
  readonly components: readonly ComponentSource[];
  /** All TypeScript files that contracts may consist of. */
  readonly files: ReadonlyMap<string, string>;
  /** The app libraries, which no contract may import. */
  readonly appPackages: readonly string[];
}

export interface ComponentSource {
  readonly name: string;
  readonly package: string;
  /** Folder of the contract library. Exports from other folders belong to other components. */
  readonly root: string;
  /** The file that `exports` refers to. */
  readonly entry: string;
}
