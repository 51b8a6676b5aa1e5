import { inspect } from 'node:util';
import { EnvironmentCopy } from './environment-copy.ts';
import { shared } from '../../guards/shared.ts';
import { observe } from './observers.ts';

/** A program may be observed for several runs: what one observer looks up is no use to those behind it. */
const observers = shared('environment-observers', () => ({ isLooking: false }));

/** Puts something in the place of `process.env` that behaves like it and reports which variables are read and written. */
export function observeEnvironment(): void {
  const real = process.env;
  process.env = new Proxy(facade(real), handlerFor(real));
}

/** What `inspect` finds behind the proxy; nothing else asks it. */
function facade(real: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const print = (_depth: number, options: object) => inspect({ ...real }, options);
  return Object.create(Object.getPrototypeOf(real) as object, {
    [inspect.custom]: { value: print, configurable: true },
  }) as NodeJS.ProcessEnv;
}

function handlerFor(real: NodeJS.ProcessEnv): ProxyHandler<NodeJS.ProcessEnv> {
  const copy = new EnvironmentCopy();
  // a proxy around this one looks once more at what it has written
  let checked: PropertyKey | undefined;
  const write = (name: PropertyKey, change: () => boolean): boolean => {
    if (typeof name !== 'string') return change();
    const before = lookUp(real, name);
    const changed = change();
    checked = name;
    const after = lookUp(real, name);
    observe((observer) => observer.variableWritten(name, before, after));
    return changed;
  };
  return {
    get(_, name) {
      if (typeof name === 'string' && !copy.takesValue(name)) noteRead(name);
      return Reflect.get(real, name) as unknown;
    },
    has(_, name) {
      if (typeof name === 'string') noteRead(name);
      return Reflect.has(real, name);
    },
    getOwnPropertyDescriptor(_, name) {
      if (typeof name === 'string' && name !== checked && !copy.takesName(name)) noteRead(name);
      checked = undefined;
      return Reflect.getOwnPropertyDescriptor(real, name);
    },
    ownKeys: () => copy.start(Reflect.ownKeys(real)),
    set: (_, name, value) => write(name, () => Reflect.set(real, name, value)),
    deleteProperty: (_, name) => write(name, () => Reflect.deleteProperty(real, name)),
    defineProperty: (_, name, descriptor) =>
      write(name, () => Reflect.defineProperty(real, name, descriptor)),
    preventExtensions: () => false,
  };
}

function lookUp(real: NodeJS.ProcessEnv, name: string): string | undefined {
  const { isLooking } = observers;
  observers.isLooking = true;
  const value = real[name];
  observers.isLooking = isLooking;
  return value;
}

function noteRead(name: string): void {
  if (observers.isLooking || name in Object.prototype || name === 'toJSON') return;
  observe((observer) => observer.variableUsed(name));
}
