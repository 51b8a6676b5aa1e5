import type { Keyspace } from './keyspace.ts';

/** The options of SCAN. */
export interface ScanOptions {
  readonly MATCH?: string;
  readonly COUNT?: number;
  readonly TYPE?: string;
}

type Keys = string | readonly string[];

export const keyCommands = {
  del: (db: Keyspace, keys: Keys) => [keys].flat().filter((key) => db.remove(key)).length,
  unlink: (db: Keyspace, keys: Keys) => keyCommands.del(db, keys),
  exists: (db: Keyspace, keys: Keys) => [keys].flat().filter((key) => db.entry(key)).length,
  expire: (db: Keyspace, key: string, seconds: number) => keyCommands.pExpire(db, key, seconds * 1000),
  pExpire(db: Keyspace, key: string, ms: number) {
    const entry = db.entry(key);
    if (!entry) return 0;
    entry.expires = Date.now() + ms;
    if (ms <= 0) db.remove(key);
    return 1;
  },
  persist(db: Keyspace, key: string) {
    const entry = db.entry(key);
    if (entry?.expires === undefined) return 0;
    entry.expires = undefined;
    return 1;
  },
  ttl(db: Keyspace, key: string) {
    const ms = keyCommands.pTTL(db, key);
    return ms < 0 ? ms : Math.round(ms / 1000);
  },
  pTTL(db: Keyspace, key: string) {
    const entry = db.entry(key);
    if (!entry) return -2;
    return entry.expires === undefined ? -1 : entry.expires - Date.now();
  },
  type(db: Keyspace, key: string) {
    const value = db.entry(key)?.value;
    if (value === undefined) return 'none';
    if (Buffer.isBuffer(value)) return 'string';
    return value instanceof Map ? 'hash' : 'set';
  },
  rename(db: Keyspace, from: string, to: string) {
    const entry = db.entry(from);
    if (!entry) throw new Error('ERR no such key');
    db.remove(from);
    db.put(to, entry.value, entry.expires);
    return 'OK' as const;
  },
  keys: (db: Keyspace, pattern: string) => db.keys().filter((key) => globToRegExp(pattern).test(key)),
  scan(db: Keyspace, cursor: string, { MATCH = '*', COUNT = 10, TYPE }: ScanOptions = {}) {
    const all = db.keys().toSorted();
    const start = Number(cursor);
    const pattern = globToRegExp(MATCH);
    const found = all
      .slice(start, start + COUNT)
      .filter((key) => pattern.test(key) && (!TYPE || keyCommands.type(db, key) === TYPE));
    return { cursor: start + COUNT < all.length ? String(start + COUNT) : '0', keys: found };
  },
  dbSize: (db: Keyspace) => db.keys().length,
  flushDb(db: Keyspace) {
    db.clear();
    return 'OK' as const;
  },
  ping: (_db: Keyspace, message?: string) => message ?? 'PONG',
};

/** Converts a pattern of Redis: `*`, `?`, `[abc]`, `[^a]`, `[a-z]`, and a backslash before a literal character. */
export function globToRegExp(pattern: string): RegExp {
  const source = pattern.replace(
    /\\(.)|(\*)|(\?)|\[(\^?)([^\]]*)\]|([^*?[\\]+)|./gs,
    (whole: string, ...groups: (string | undefined)[]) => {
      const [escaped, star, mark, not, set, plain] = groups;
      if (escaped !== undefined) return RegExp.escape(escaped);
      if (star) return '.*';
      if (mark) return '.';
      if (set !== undefined) return `[${not ?? ''}${set.replaceAll(/[\\\]]/g, '\\$&')}]`;
      return RegExp.escape(plain ?? whole);
    },
  );
  return new RegExp(`^${source}$`, 's');
}
