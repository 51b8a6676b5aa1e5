import { builtinModules } from 'node:module';
import { vi } from 'vitest';
import type { GuardProblem } from '../guard-problem.ts';
import { captureStack } from '../origin.ts';
import { oncePerWorker } from '../../worker/once-per-worker.ts';
import type { StateCheck } from './state-check.ts';
import { isObject, sharedExports } from '../vitest-worker.ts';

interface Spy {
  readonly object: object;
  readonly key: PropertyKey;
  readonly origin: Error;
}

const made = oncePerWorker('spies', recordSpies);

/**
 * Reports spies on objects that other files see and that were not restored: a global, a Node module, an export of a
 * shared module. Vitest restores them after the file.
 */
export const spies: StateCheck = () => {
  made.length = 0;
  return () => {
    const left = made.filter(isStillThere);
    if (left.length === 0) return [];
    const visible = visibleObjects();
    return left.filter(({ object }) => visible.has(object)).map(problemOf);
  };
};

function recordSpies(): Spy[] {
  const spies: Spy[] = [];
  const spyOn = vi.spyOn as (object: object, key: PropertyKey, ...rest: unknown[]) => unknown;
  const recording = (object: object, key: PropertyKey, ...rest: unknown[]) => {
    spies.push({ object, key, origin: captureStack() });
    return spyOn(object, key, ...rest);
  };
  Object.assign(vi, { spyOn: recording });
  return spies;
}

function isStillThere({ object, key }: Spy): boolean {
  const descriptor = Object.getOwnPropertyDescriptor(object, key);
  return Object.values(descriptor ?? {}).some((value) => vi.isMockFunction(value));
}

function visibleObjects(): Set<unknown> {
  const loaded = new Set(Reflect.get(process, 'moduleLoadList') as readonly string[]);
  // Leaves out modules that are not loaded, because loading has effects: `domain` listens to the process.
  const names = builtinModules.filter((name) => loaded.has(`NativeModule ${name}`));
  const nodes = names.map((name) => process.getBuiltinModule(name));
  const modules: unknown[] = [...sharedExports(), ...nodes];
  const exported = modules.filter(isObject).flatMap(valuesOf);
  const prototypes = exported.map((value) =>
    typeof value === 'function' ? (value.prototype as unknown) : undefined,
  );
  return new Set([globalThis, ...valuesOf(globalThis), ...modules, ...exported, ...prototypes]);
}

function valuesOf(object: object): unknown[] {
  const descriptors = Object.values(Object.getOwnPropertyDescriptors(object));
  return descriptors.map((descriptor) =>
    descriptor.get && object === globalThis ? undefined : read(object, descriptor),
  );
}

function read(object: object, descriptor: PropertyDescriptor): unknown {
  try {
    return descriptor.get ? (descriptor.get.call(object) as unknown) : descriptor.value;
  } catch {
    return undefined;
  }
}

function problemOf({ key, origin }: Spy): GuardProblem {
  return {
    what: `left a spy on \`${String(key)}\` of something that other files share`,
    fix: 'Call `vi.restoreAllMocks()` in `afterEach`, or pass a double as a parameter.',
    origin,
  };
}
