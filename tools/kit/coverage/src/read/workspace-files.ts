import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The files that count, and their like in copies of the workspace: tests of generators work on such. */
export class WorkspaceFiles {
  readonly #byPath: ReadonlyMap<string, string>;

  constructor(root: string, files: readonly string[]) {
    this.#byPath = new Map(files.map((file) => [relative(root, file).replaceAll('\\', '/'), file]));
  }

  /** The file whose path below the workspace is the end of this address. */
  find(url: string): string | undefined {
    const parts = fileURLToPath(url).split(/[\\/]/);
    for (let start = 1; start < parts.length; start += 1) {
      const file = this.#byPath.get(parts.slice(start).join('/'));
      if (file !== undefined) return file;
    }
    return undefined;
  }
}
