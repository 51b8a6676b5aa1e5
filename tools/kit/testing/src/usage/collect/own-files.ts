/**
 * The extent of a creation: a file, a folder with everything in it, or a folder whose name ends with six random
 * letters.
 */
export type Extent = 'file' | 'folder' | 'random';

/** The files that a test file or program created or removed. From then on their content is not an input. */
export class OwnFiles {
  readonly #files = new Map<string, number>();
  readonly #folders: { readonly prefix: string; readonly rest: RegExp; readonly since: number }[] = [];

  add(path: string, extent: Extent, since: number): void {
    if (extent !== 'random' && !this.#files.has(path)) this.#files.set(path, since);
    if (extent !== 'file') this.#folders.push({ prefix: path, rest: below[extent], since });
  }

  has(path: string, at: number): boolean {
    const since = this.#files.get(path);
    if (since !== undefined && since <= at) return true;
    return this.#folders.some(
      ({ prefix, rest, since: from }) =>
        from <= at && path.startsWith(prefix) && rest.test(path.slice(prefix.length)),
    );
  }
}

const below = { folder: /^\//, random: /^[A-Za-z0-9]{6}(?:\/|$)/ };
