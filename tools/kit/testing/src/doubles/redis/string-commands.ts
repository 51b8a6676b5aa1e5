import { type Argument, type Keyspace, numberToBuffer, toBuffer } from './keyspace.ts';

/** The options of SET, in both forms of node-redis. */
export interface SetOptions {
  readonly EX?: number;
  readonly PX?: number;
  readonly NX?: boolean;
  readonly XX?: boolean;
  readonly GET?: boolean;
  readonly KEEPTTL?: boolean;
  readonly expiration?: { readonly type: 'EX' | 'PX' | 'KEEPTTL'; readonly value?: number } | 'KEEPTTL';
  readonly condition?: 'NX' | 'XX';
}

export const stringCommands = {
  get: (db: Keyspace, key: string) => db.string(key) ?? null,
  set(db: Keyspace, key: string, value: Argument | number, options: SetOptions = {}): Buffer | 'OK' | null {
    const before = options.GET ? (db.string(key) ?? null) : 'OK';
    const exists = db.entry(key) !== undefined;
    const { NX = options.condition === 'NX', XX = options.condition === 'XX' } = options;
    if ((NX && exists) || (XX && !exists)) return options.GET ? before : null;
    db.put(key, numberToBuffer(value), expiryOf(db, key, options));
    return before;
  },
  setEx: (db: Keyspace, key: string, seconds: number, value: Argument) =>
    stringCommands.set(db, key, toBuffer(value), { EX: seconds }),
  pSetEx: (db: Keyspace, key: string, ms: number, value: Argument) =>
    stringCommands.set(db, key, toBuffer(value), { PX: ms }),
  setNX: (db: Keyspace, key: string, value: Argument) =>
    stringCommands.set(db, key, toBuffer(value), { NX: true }) === null ? 0 : 1,
  getDel(db: Keyspace, key: string) {
    const value = db.string(key) ?? null;
    db.remove(key);
    return value;
  },
  mGet: (db: Keyspace, keys: readonly string[]) =>
    keys.map((key) => (Buffer.isBuffer(db.entry(key)?.value) ? (db.string(key) ?? null) : null)),
  mSet(db: Keyspace, values: Readonly<Record<string, Argument>> | readonly (readonly [string, Argument])[]) {
    const entries = Array.isArray(values)
      ? (values as [string, Argument][])
      : Object.entries(values as Record<string, Argument>);
    for (const [key, value] of entries) db.put(key, toBuffer(value));
    return 'OK' as const;
  },
  incr: (db: Keyspace, key: string) => add(db, key, 1),
  incrBy: (db: Keyspace, key: string, by: number) => add(db, key, by),
  decr: (db: Keyspace, key: string) => add(db, key, -1),
  decrBy: (db: Keyspace, key: string, by: number) => add(db, key, -by),
  append(db: Keyspace, key: string, value: Argument) {
    const whole = Buffer.concat([db.string(key) ?? Buffer.alloc(0), toBuffer(value)]);
    db.put(key, whole, db.entry(key)?.expires);
    return whole.length;
  },
  strLen: (db: Keyspace, key: string) => db.string(key)?.length ?? 0,
};

function expiryOf(db: Keyspace, key: string, options: SetOptions): number | undefined {
  const { expiration } = options;
  const { type, value } =
    typeof expiration === 'object' ? expiration : { type: expiration, value: undefined };
  if (options.KEEPTTL || type === 'KEEPTTL') return db.entry(key)?.expires;
  const seconds = options.EX ?? (type === 'EX' ? value : undefined);
  const ms =
    options.PX ?? (type === 'PX' ? value : undefined) ?? (seconds === undefined ? undefined : seconds * 1000);
  if (ms === undefined) return undefined;
  if (!Number.isInteger(ms) || ms <= 0) throw new Error("ERR invalid expire time in 'set' command");
  return Date.now() + ms;
}

function add(db: Keyspace, key: string, by: number): number {
  const text = db.string(key)?.toString() ?? '0';
  if (!/^-?\d+$/.test(text) || !Number.isInteger(by))
    throw new Error('ERR value is not an integer or out of range');
  const sum = Number(text) + by;
  db.put(key, Buffer.from(String(sum)), db.entry(key)?.expires);
  return sum;
}
