import { vi } from 'vitest';
import type { GuardProblem } from '../guard-problem.ts';
import type { GuardRecord } from '../record.ts';
import { oncePerWorker } from '../../worker/once-per-worker.ts';
import { membersOf, putBackMembers } from './global-members.ts';
import { namedBy } from './named-in-code.ts';
import type { StateCheck } from './state-check.ts';

type Globals = ReadonlyMap<PropertyKey, PropertyDescriptor>;

const fix =
  'Use `vi.stubGlobal` with `vi.unstubAllGlobals` in `afterEach`, or pass the value as a parameter.';
const ofTools = /^__(?:vite|coverage)/i;
const globalObject = globalThis as Record<PropertyKey, unknown>;

/** Remembers all globals. Compares them in detail only if a quick check finds a difference. */
export const globals: StateCheck = () => {
  const { print, all, members } = lookQuickly();
  return (record) => {
    if (isSame(print, fingerprint())) return [];
    const problems = compare(
      all,
      record,
      (name) => !all.has(name) || !(name in globalObject) || replaceable.has(name),
    );
    return [...putBackMembers(members), ...problems];
  };
};

/**
 * The check at the end of a file: compares the value or accessor of every global, including those that appeared while
 * modules were loaded.
 */
export const globalsInFull: StateCheck = () => {
  const { all, members } = lookQuickly();
  return (record) => [...putBackMembers(members), ...compare(all, record, () => true)];
};

const replaceable = new Set<PropertyKey>([
  ...['fetch', 'Date', 'setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'queueMicrotask'],
  ...['console', 'process', 'Promise', 'structuredClone', 'Buffer'],
]);
let known = { print: [] as unknown[], all: new Map() as Globals, members: membersOf() };

function lookQuickly(): typeof known {
  const print = fingerprint();
  if (!isSame(print, known.print)) known = { print, all: describeAll(), members: membersOf() };
  return known;
}

/** Written out, which is ten times faster than a loop over names. The check at the end of the file finds the rest. */
function fingerprint(): unknown[] {
  const ofGlobal = [
    fetch,
    Date,
    setTimeout,
    setInterval,
    setImmediate,
    clearTimeout,
    queueMicrotask,
    console,
  ];
  const inMembers = [Date.now, Math.random, Reflect.get(process, 'exit'), Reflect.get(process, 'nextTick')];
  return [
    Object.keys(globalObject).length,
    process,
    Promise,
    structuredClone,
    Buffer,
    ...ofGlobal,
    ...inMembers,
  ];
}

function isSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  for (let index = 0; index < Math.max(before.length, now.length); index += 1) {
    if (now[index] !== before[index]) return false;
  }
  return true;
}

function describeAll(): Globals {
  const names = Reflect.ownKeys(globalObject).filter(
    (name) => typeof name === 'symbol' || !ofTools.test(name),
  );
  return new Map(names.map((name) => [name, Object.getOwnPropertyDescriptor(globalObject, name) ?? {}]));
}

function compare(
  before: Globals,
  record: GuardRecord,
  isLookedAt: (name: PropertyKey) => boolean,
): GuardProblem[] {
  const now = describeAll();
  const changed = [...new Set([...before.keys(), ...now.keys()])].filter((name) => {
    const [old, current] = [before.get(name), now.get(name)];
    return !Object.is(old?.value, current?.value) || old?.get !== current?.get;
  });
  const reported = changed.filter((name) => isLookedAt(name) && isBlamed(name, before, record));
  const undone = record.file
    ? []
    : changed.filter((name) => !ofNode.has(name) && namedBy(record, name) === 'module');
  if (changed.length === 0) known = { print: fingerprint(), all: now, members: membersOf() };
  if (reported.length > 0) vi.unstubAllGlobals();
  for (const name of [...reported, ...undone]) putBack(name, before.get(name));
  return reported.map((name) => ({ what: whatOf(name, before, now), fix }));
}

const ofNode = oncePerWorker('globals', () => new Set<PropertyKey>(Reflect.ownKeys(globalObject)));

/**
 * Returns whether a changed global is a problem. Packages keep state under symbols and under their own names while
 * they are loaded, and a second version of a package replaces the first one's.
 */
function isBlamed(name: PropertyKey, before: Globals, record: GuardRecord): boolean {
  const isTest = record.file !== undefined;
  if (ofNode.has(name)) return before.get(name)?.get === undefined || isTest;
  return (isTest && typeof name !== 'symbol') || namedBy(record, name) === 'test file';
}

function putBack(name: PropertyKey, descriptor: PropertyDescriptor | undefined): void {
  if (descriptor) Object.defineProperty(globalObject, name, descriptor);
  else Reflect.deleteProperty(globalObject, name);
}

function whatOf(name: PropertyKey, before: Globals, now: Globals): string {
  if (!before.has(name)) return `left the global ${String(name)} behind`;
  return `${now.has(name) ? 'replaced' : 'removed'} the global ${String(name)}`;
}
