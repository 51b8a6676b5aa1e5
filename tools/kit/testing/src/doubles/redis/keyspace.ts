/** The value of a key. */
export type Value = Buffer | Map<string, Buffer> | Set<string>;

/** An argument for strings. Like node-redis, most commands reject numbers. */
export type Argument = string | Buffer;

interface Entry {
  value: Value;
  /** Milliseconds since 1970; undefined for keys that do not expire. */
  expires?: number | undefined;
}

/** One logical database: keys, values and expiry by the clock of the process, which may be frozen. */
export class Keyspace {
  readonly #entries = new Map<string, Entry>();

  entry(key: string): Entry | undefined {
    const entry = this.#entries.get(key);
    if (entry?.expires === undefined || entry.expires > Date.now()) return entry;
    this.#entries.delete(key);
    return undefined;
  }

  keys(): string[] {
    return [...this.#entries.keys()].filter((key) => this.entry(key) !== undefined);
  }

  put(key: string, value: Value, expires?: number): void {
    this.#entries.set(key, { value, expires });
  }

  remove(key: string): boolean {
    return this.entry(key) !== undefined && this.#entries.delete(key);
  }

  clear(): void {
    this.#entries.clear();
  }

  string(key: string): Buffer | undefined {
    return this.#read(key, (value): value is Buffer => Buffer.isBuffer(value));
  }

  hash(key: string): Map<string, Buffer> | undefined {
    return this.#read(key, (value) => value instanceof Map);
  }

  set(key: string): Set<string> | undefined {
    return this.#read(key, (value) => value instanceof Set);
  }

  /** Removes a hash or set that has become empty, as Redis does. */
  prune(key: string): void {
    const value = this.entry(key)?.value;
    if (value && 'size' in value && value.size === 0) this.remove(key);
  }

  #read<T extends Value>(key: string, isWanted: (value: Value) => value is T): T | undefined {
    const value = this.entry(key)?.value;
    if (value === undefined || isWanted(value)) return value;
    throw new Error('WRONGTYPE Operation against a key holding the wrong kind of value');
  }
}

export function toBuffer(argument: Argument): Buffer {
  if (Buffer.isBuffer(argument)) return argument;
  if (typeof argument === 'string') return Buffer.from(argument);
  const given: unknown = argument;
  throw new TypeError(
    `An argument must be of type "string | Buffer", got ${given === null ? 'null' : typeof given} instead.`,
  );
}

/** Converts an argument of SET or HSET, which can be a number. */
export function numberToBuffer(argument: Argument | number): Buffer {
  return toBuffer(typeof argument === 'number' ? String(argument) : argument);
}
