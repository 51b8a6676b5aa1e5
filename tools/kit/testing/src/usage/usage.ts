/** The ways to use a file or variable. If there are several, the first in this list is kept. */
export const waysOfUse = ['imported', 'read', 'read by a program', 'listed', 'looked for'] as const;

export type WayOfUse = (typeof waysOfUse)[number];

export interface Use {
  readonly how: WayOfUse;
  /**
   * The position: `file:line` of the nearest line of the workspace. An import has no line, see `locateUse`. If no
   * line of the workspace is involved, the name of the package.
   */
  readonly by: string;
}

/**
 * The files, variables and packages that a test file used while it was loaded and while its tests ran. Its result may
 * depend on them.
 */
export interface Usage {
  /**
   * By path, relative to the workspace, with forward slashes. `folder/` is the names in a folder, `folder/**` is
   * everything below it, and `./` is the workspace itself.
   */
  readonly files: Readonly<Record<string, Use>>;
  readonly variables: Readonly<Record<string, Use>>;
  /** The names of the packages in `node_modules` that were loaded or read. */
  readonly packages: readonly string[];
}

declare module 'vitest' {
  interface TaskMeta {
    /** The usage of a test file. It is set on files only, at their end. */
    usage?: Usage;
  }
}
