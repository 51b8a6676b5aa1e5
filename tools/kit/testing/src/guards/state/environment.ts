import { vi } from 'vitest';
import type { GuardProblem } from '../guard-problem.ts';
import { captureStack } from '../origin.ts';
import { oncePerWorker } from '../../worker/once-per-worker.ts';
import { quote, type StateCheck } from './state-check.ts';

const fix = 'Use `vi.stubEnv` with `vi.unstubAllEnvs` in `afterEach`, or pass the settings as a parameter.';
/** Variables that tools set for themselves when they are loaded: the kit, the ORM, the runner. */
const ofTools = /^(VOUCH_|MIKRO_ORM_|VITEST)/;
const watched = oncePerWorker('environment', watchEnvironment);

/** Remembers all variables. The comparison is almost free unless one was written. */
export const environment: StateCheck = () => {
  const version = watched.version;
  const before = watched.copy();
  const object = process.env;
  return () => {
    const replaced = process.env !== object;
    process.env = object;
    if (!replaced && version === watched.version) return [];
    const problems = compare(before, object === watched.proxy ? watched.copy() : { ...object });
    if (problems.length > 0) putBack(before);
    return replaced ? [{ what: 'replaced `process.env`', fix }, ...problems] : problems;
  };
};

/** The check at the end of a file. It also detects writes past the proxy, through `import.meta.env`. */
export const environmentInFull: StateCheck = () => {
  const compareEnvironment = environment();
  return (record) => {
    watched.version += 1;
    return compareEnvironment(record);
  };
};

function compare(before: NodeJS.ProcessEnv, now: NodeJS.ProcessEnv): GuardProblem[] {
  const names = Object.keys({ ...before, ...now }).filter((name) => before[name] !== now[name]);
  return names.filter((name) => !ofTools.test(name)).map((name) => problemOf(name, before[name], now[name]));
}

function problemOf(name: string, old: string | undefined, now: string | undefined): GuardProblem {
  const origin = watched.writers.get(name);
  if (now === undefined) return { what: `removed the environment variable ${name}`, fix, origin };
  const how = old === undefined ? 'set' : `changed from ${quote(old)}`;
  return { what: `left the environment variable ${name} ${how} to ${quote(now)}`, fix, origin };
}

function putBack(before: NodeJS.ProcessEnv): void {
  vi.unstubAllEnvs();
  for (const name of Object.keys(process.env)) {
    if (!(name in before) && !ofTools.test(name)) Reflect.deleteProperty(process.env, name);
  }
  for (const [name, value] of Object.entries(before)) {
    if (process.env[name] !== value) process.env[name] = value;
  }
}

/**
 * Counts the writes to the environment, records the last one of each variable, and copies it only after a write,
 * because a copy takes 20 µs and there are many tests.
 */
function watchEnvironment() {
  const real = process.env;
  const watch = { version: 0, proxy: real, copy, writers: new Map<PropertyKey, Error>() };
  let copied = { version: -1, variables: {} as NodeJS.ProcessEnv };
  watch.proxy = new Proxy(real, {
    set: (target, name, value: string) => count(name) && Reflect.set(target, name, value, target),
    deleteProperty: (target, name) => count(name) && Reflect.deleteProperty(target, name),
    defineProperty: (target, name, descriptor) =>
      count(name) && Reflect.defineProperty(target, name, descriptor),
  });
  process.env = watch.proxy;
  return watch;

  function count(name: PropertyKey): true {
    watch.version += 1;
    watch.writers.set(name, captureStack());
    return true;
  }
  function copy(): NodeJS.ProcessEnv {
    if (copied.version !== watch.version) copied = { version: watch.version, variables: { ...real } };
    return copied.variables;
  }
}
