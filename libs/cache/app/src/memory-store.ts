export interface Entry {
  readonly encoded: string;
  readonly expiresAt: number;
  readonly tags: readonly string[];
}

/** Entries in the order of their last use, with a limited number of bytes. */
export class MemoryStore {
  readonly #entries = new Map<string, Entry>();
  readonly #maxBytes: number;
  readonly #onEviction: () => void;
  #bytes = 0;

  constructor(maxBytes: number, onEviction: () => void) {
    this.#maxBytes = maxBytes;
    this.#onEviction = onEviction;
  }

  get(key: string): Entry | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry;
  }

  set(key: string, entry: Entry): void {
    this.delete(key);
    this.#entries.set(key, entry);
    this.#bytes += sizeOf(key, entry);
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#maxBytes) return;
      this.delete(oldest);
      this.#onEviction();
    }
  }

  delete(key: string): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    this.#bytes -= sizeOf(key, entry);
    this.#entries.delete(key);
  }

  deleteWhere(matches: (key: string, entry: Entry) => boolean): void {
    for (const [key, entry] of this.#entries) if (matches(key, entry)) this.delete(key);
  }
}

/** The approximate overhead of an entry. */
const overhead = 100;

function sizeOf(key: string, { encoded, tags }: Entry): number {
  return overhead + Buffer.byteLength(key) + Buffer.byteLength(encoded) + Buffer.byteLength(tags.join());
}
