import { readFileSync } from 'node:fs';
import { vi } from 'vitest';
import type { Fault } from '../fault.ts';
import type { GuardRecord } from '../record.ts';
import { membersOf, putBackMembers } from './global-members.ts';
import type { StateCheck } from './state-check.ts';

type Globals = ReadonlyMap<PropertyKey, PropertyDescriptor>;

const mend = 'Use `vi.stubGlobal` with `vi.unstubAllGlobals` in `afterEach`, or hand the value in.';
const ofTools = /^__(?:vite|coverage)/i;
const world = globalThis as Record<PropertyKey, unknown>;

/** Remembers all globals; looks closely only where a quick look shows that something came, went or was replaced. */
export const globals: StateCheck = () => {
  const { print, all, members } = lookQuickly();
  return (record) => {
    if (isSame(print, fingerprint())) return [];
    return [...putBackMembers(members), ...compare(all, record, false)];
  };
};

/** The check at the end of a file: every global, its value or accessor, also those that came while modules were loaded. */
export const globalsInFull: StateCheck = () => {
  const before = describeAll();
  const members = membersOf();
  return (record) => [...putBackMembers(members), ...compare(before, record, true)];
};

const replaceable = [
  ...['fetch', 'Date', 'setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'queueMicrotask'],
  ...['console', 'process', 'Math', 'JSON', 'Promise', 'Intl', 'structuredClone', 'Buffer'],
];
let known = { print: [] as unknown[], all: new Map() as Globals, members: membersOf() };

function lookQuickly(): typeof known {
  const print = fingerprint();
  if (!isSame(print, known.print)) known = { print, all: describeAll(), members: membersOf() };
  return known;
}

function fingerprint(): unknown[] {
  const values: unknown[] = membersOf().map(({ value }) => value);
  for (const name of replaceable) values.push(world[name]);
  values.push(Reflect.ownKeys(world).length);
  return values;
}

function isSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  return now.length === before.length && now.every((value, index) => value === before[index]);
}

function describeAll(): Globals {
  const names = Reflect.ownKeys(world).filter((name) => typeof name === 'symbol' || !ofTools.test(name));
  return new Map(names.map((name) => [name, Object.getOwnPropertyDescriptor(world, name) ?? {}]));
}

function compare(before: Globals, record: GuardRecord, whileLoading: boolean): Fault[] {
  const now = describeAll();
  const changed = [...new Set([...before.keys(), ...now.keys()])].filter((name) => {
    const [old, current] = [before.get(name), now.get(name)];
    return !Object.is(old?.value, current?.value) || old?.get !== current?.get;
  });
  const guilty = changed.filter((name) => isBlamed(name, before, record, whileLoading));
  if (guilty.length > 0) vi.unstubAllGlobals();
  for (const name of guilty) putBack(name, before.get(name));
  return guilty.map((name) => ({ what: whatOf(name, before, now), mend }));
}

/**
 * Libraries keep what they have once per process under symbols, and some under names of their own while they are loaded:
 * those stay, for the library is not loaded again. What the file itself names is its own doing.
 */
function isBlamed(
  name: PropertyKey,
  before: Globals,
  { filepath }: GuardRecord,
  whileLoading: boolean,
): boolean {
  if (before.has(name)) return before.get(name)?.get === undefined || !whileLoading;
  if (typeof name === 'symbol') return false;
  return !whileLoading || readFileSync(filepath, 'utf8').includes(String(name));
}

function putBack(name: PropertyKey, descriptor: PropertyDescriptor | undefined): void {
  if (descriptor) Object.defineProperty(world, name, descriptor);
  else Reflect.deleteProperty(world, name);
}

function whatOf(name: PropertyKey, before: Globals, now: Globals): string {
  if (!before.has(name)) return `left the global ${String(name)} behind`;
  return `${now.has(name) ? 'replaced' : 'removed'} the global ${String(name)}`;
}
