/** How a file or variable was used. Where there are several ways, the first of these is kept. */
export const waysOfUse = ['imported', 'read', 'read by a program', 'listed', 'looked for'] as const;

export type WayOfUse = (typeof waysOfUse)[number];

export interface Use {
  readonly how: WayOfUse;
  /**
   * Where: `file:line` of the nearest line of the workspace, relative to it. An import has no line, see `locateUse`. Where no
   * line of the workspace is involved, the package that did it.
   */
  readonly by: string;
}

/** What a test file used while it was loaded and while its tests ran: what its outcome may depend on. */
export interface Usage {
  /**
   * By path, relative to the workspace, with forward slashes. `folder/` stands for the names in a folder, `folder/**` for all
   * that is below it, and `./` for the workspace itself.
   */
  readonly files: Readonly<Record<string, Use>>;
  readonly variables: Readonly<Record<string, Use>>;
  /** The packages of `node_modules` that were loaded or read, by name. */
  readonly packages: readonly string[];
}

declare module 'vitest' {
  interface TaskMeta {
    /** What a test file used; only files have it, from their end on. */
    usage?: Usage;
  }
}
