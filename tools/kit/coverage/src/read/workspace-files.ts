import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The measured files, also under their paths in copies of the workspace, which tests of generators use. */
export class WorkspaceFiles {
  readonly #byPath: ReadonlyMap<string, string>;

  constructor(root: string, files: readonly string[]) {
    this.#byPath = new Map(files.map((file) => [relative(root, file).replaceAll('\\', '/'), file]));
  }

  /** Finds the file whose workspace path ends the address. */
  find(url: string): string | undefined {
    const parts = fileURLToPath(url).split(/[\\/]/);
    for (let start = 1; start < parts.length; start += 1) {
      const file = this.#byPath.get(parts.slice(start).join('/'));
      if (file !== undefined) return file;
    }
    return undefined;
  }
}
