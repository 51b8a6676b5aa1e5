import { type Argument, type Keyspace, numberToBuffer, toBuffer } from './keyspace.ts';

type Fields = Readonly<Record<string, Argument | number>>;

export const hashCommands = {
  hSet(db: Keyspace, key: string, fields: string | Fields, value?: Argument | number) {
    const hash = db.hash(key) ?? new Map<string, Buffer>();
    const entries =
      typeof fields === 'string' ? [[fields, value as Argument | number] as const] : Object.entries(fields);
    const added = entries.filter(([field]) => !hash.has(field)).length;
    for (const [field, content] of entries) hash.set(field, numberToBuffer(content));
    if (!db.entry(key)) db.put(key, hash);
    return added;
  },
  hGet: (db: Keyspace, key: string, field: string) => db.hash(key)?.get(field) ?? null,
  hmGet: (db: Keyspace, key: string, fields: readonly string[]) =>
    fields.map((field) => db.hash(key)?.get(field) ?? null),
  hGetAll: (db: Keyspace, key: string): Record<string, Buffer> => Object.fromEntries(db.hash(key) ?? []),
  hDel(db: Keyspace, key: string, fields: string | readonly string[]) {
    const hash = db.hash(key);
    const removed = [fields].flat().filter((field) => hash?.delete(field)).length;
    db.prune(key);
    return removed;
  },
  hExists: (db: Keyspace, key: string, field: string) => Number(db.hash(key)?.has(field) ?? false),
  hKeys: (db: Keyspace, key: string) => [...(db.hash(key)?.keys() ?? [])],
  hVals: (db: Keyspace, key: string) => [...(db.hash(key)?.values() ?? [])],
  hLen: (db: Keyspace, key: string) => db.hash(key)?.size ?? 0,
  hIncrBy(db: Keyspace, key: string, field: string, by: number) {
    const text = db.hash(key)?.get(field)?.toString() ?? '0';
    if (!/^-?\d+$/.test(text)) throw new Error('ERR hash value is not an integer');
    hashCommands.hSet(db, key, field, Number(text) + by);
    return Number(text) + by;
  },
};

type Members = string | readonly string[];

export const setCommands = {
  sAdd(db: Keyspace, key: string, members: Members) {
    const set = db.set(key) ?? new Set<string>();
    const before = set.size;
    for (const member of [members].flat()) set.add(toBuffer(member).toString());
    if (!db.entry(key)) db.put(key, set);
    return set.size - before;
  },
  sRem(db: Keyspace, key: string, members: Members) {
    const set = db.set(key);
    const removed = [members].flat().filter((member) => set?.delete(member)).length;
    db.prune(key);
    return removed;
  },
  sMembers: (db: Keyspace, key: string) => [...(db.set(key) ?? [])],
  sIsMember: (db: Keyspace, key: string, member: string) => Number(db.set(key)?.has(member) ?? false),
  sCard: (db: Keyspace, key: string) => db.set(key)?.size ?? 0,
};
