/** More files than this of one program are named by the folders that they are in. */
export const mostFiles = 2_000;

/** Keeps a report short where a program reads whole workspaces: which files it has named, and which folders instead of them. */
export class FileSummary {
  readonly #named = new Set<string>();

  /** What to write down for a use; undefined for what has been. */
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
