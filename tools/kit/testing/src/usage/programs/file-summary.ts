/** The number of files of one program above which only their folders are recorded. */
export const mostFiles = 2_000;

/**
 * Keeps the report of a program short that reads whole workspaces: it remembers the recorded files, and the folders
 * that replace further ones.
 */
export class FileSummary {
  readonly #named = new Set<string>();

  /** Returns the name to record for a use; undefined if it was recorded. */
  nameOf(path: string, how: string): string | undefined {
    const name = this.#named.size < mostFiles ? path : folderOf(path);
    const key = `${how}:${name}`;
    if (this.#named.has(key)) return undefined;
    this.#named.add(key);
    return name;
  }
}

function folderOf(path: string): string {
  const parts = path.split('/').slice(0, -1);
  return parts.length === 0 ? path : `${parts.slice(0, 2).join('/')}/**`;
}
