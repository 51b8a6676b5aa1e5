import { types } from 'node:util';
import { isObject } from '../vitest-worker.ts';

/** The depth to which a module's exports are watched. */
const deepest = 3;
/** The number of properties per module that are watched. */
const most = 10_000;

interface Member {
  readonly key: PropertyKey;
  descriptor: PropertyDescriptor;
}

interface Watched {
  readonly object: object;
  readonly path: string;
  readonly owner: string;
  readonly members: Member[];
  /** The number of properties, including those behind accessors. */
  size: number;
  /** True if added properties are detected, which takes longer, and classes of packages add to themselves. */
  readonly seesAdditions: boolean;
}

export interface MemberChange {
  readonly how: 'added' | 'removed' | 'changed';
  readonly name: string;
  /** The words of code that changes it: the root object and the property. */
  readonly words: readonly PropertyKey[];
  readonly old: unknown;
  readonly now: unknown;
  putBack(): void;
  /** Takes the present value as the expected one. */
  accept(): void;
}

interface Found {
  readonly object: unknown;
  readonly path: string;
  readonly level: number;
  readonly isPrototype?: boolean;
}

/** Objects that all files of a worker share, with the expected values of their properties. */
export class WatchedObjects {
  readonly #watched = new Map<object, Watched>();

  /** Watches objects with names like `http.globalAgent`, and their properties. `owner` is their package. */
  add(named: Readonly<Record<string, unknown>>, owner = '', depth = deepest): void {
    const waiting: Found[] = Object.entries(named).map(([path, object]) => ({ object, path, level: 0 }));
    let left = most;
    for (const found of waiting) {
      const { object, level } = found;
      if (!isObject(object) || left <= 0 || this.#watched.has(object)) continue;
      if (!canWatch(object) || !isLookedInto(found, owner)) continue;
      const watched = watch(object, found.path, owner);
      this.#watched.set(object, watched);
      left -= watched.members.length;
      waiting.push(...below(watched, level).filter((next) => next.isPrototype || level < depth));
    }
  }

  changes(): MemberChange[] {
    const changes: MemberChange[] = [];
    for (const watched of this.#watched.values()) {
      for (const member of watched.members) {
        const now: unknown = Reflect.get(watched.object, member.key);
        if (!Object.is(now, member.descriptor.value)) changes.push(changeOf(watched, member, now));
      }
      if (watched.seesAdditions) changes.push(...additionsOf(watched));
    }
    return changes;
  }
}

function canWatch(object: object): boolean {
  return !types.isProxy(object) && !ArrayBuffer.isView(object) && !types.isModuleNamespaceObject(object);
}

/** Returns whether to watch an object's properties. Instances inside of a package's exports are its internals. */
function isLookedInto({ object, level, isPrototype }: Found, owner: string): boolean {
  if (level === 0 || isPrototype || isPlain(object)) return true;
  return level === 1 && (owner === '' || typeof object === 'function');
}

function watch(object: object, path: string, owner: string): Watched {
  const keys = Reflect.ownKeys(object);
  const members = keys.flatMap((key) => memberOf(object, key));
  const seesAdditions = Object.isExtensible(object) && (owner === '' || isPlain(object));
  return { object, path, owner, members, size: keys.length, seesAdditions };
}

/** Returns nothing for a property behind an accessor, because reading it may have effects. */
function memberOf(object: object, key: PropertyKey): Member[] {
  const descriptor = Object.getOwnPropertyDescriptor(object, key);
  return descriptor && 'value' in descriptor ? [{ key, descriptor }] : [];
}

function below({ object, path, members }: Watched, level: number): Found[] {
  const inside = members.filter(({ key }) => key !== 'constructor');
  return inside.map(({ key, descriptor }) => ({
    ...{ object: descriptor.value as unknown, path: join(path, key), level: level + 1 },
    isPrototype: key === 'prototype' && typeof object === 'function',
  }));
}

function changeOf(watched: Watched, member: Member, now: unknown): MemberChange {
  const { object } = watched;
  const { key, descriptor } = member;
  return {
    ...{ how: Object.hasOwn(object, key) ? 'changed' : 'removed', ...namesOf(watched, key) },
    ...{ old: descriptor.value as unknown, now },
    putBack: () => void Reflect.defineProperty(object, key, descriptor),
    accept: () => void (member.descriptor = { ...descriptor, value: now }),
  };
}

function additionsOf(watched: Watched): MemberChange[] {
  const { object, members } = watched;
  const now = Reflect.ownKeys(object);
  if (now.length === watched.size) return [];
  const known = new Set(members.map(({ key }) => key));
  const added = now.filter((key) => !known.has(key)).flatMap((key) => memberOf(object, key));
  return added.map((member) => ({
    ...{ how: 'added', ...namesOf(watched, member.key) },
    ...{ old: undefined, now: member.descriptor.value as unknown },
    putBack: () => void Reflect.deleteProperty(object, member.key),
    accept: () => {
      members.push(member);
      watched.size += 1;
    },
  }));
}

function namesOf({ path, owner }: Watched, key: PropertyKey): Pick<MemberChange, 'name' | 'words'> {
  const [start = ''] = path.split('.');
  return { name: `\`${join(path, key)}\`${owner && ` of ${owner}`}`, words: [start || owner, key] };
}

function join(path: string, key: PropertyKey): string {
  return path === '' ? String(key) : `${path}.${String(key)}`;
}

function isPlain(object: unknown): boolean {
  if (!isObject(object)) return false;
  const prototype = Object.getPrototypeOf(object) as unknown;
  return prototype === null || prototype === Object.prototype;
}
