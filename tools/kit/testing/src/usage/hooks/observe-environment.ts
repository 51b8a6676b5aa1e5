import { inspect } from 'node:util';
import { EnvironmentCopy } from './environment-copy.ts';
import { observe } from './observers.ts';

/** Replaces `process.env` by an equivalent object that reports which variables are read and written. */
export function observeEnvironment(): void {
  const real = process.env;
  process.env = new Proxy(facade(real), handlerFor(real));
}

/** The object behind the proxy, which only `inspect` uses. */
function facade(real: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const print = (_depth: number, options: object) => inspect({ ...real }, options);
  return Object.create(Object.getPrototypeOf(real) as object, {
    [inspect.custom]: { value: print, configurable: true },
  }) as NodeJS.ProcessEnv;
}

function handlerFor(real: NodeJS.ProcessEnv): ProxyHandler<NodeJS.ProcessEnv> {
  const copy = new EnvironmentCopy();
  // An outer proxy reads a descriptor once more after it has written it.
  let checked: PropertyKey | undefined;
  const write = (name: PropertyKey, change: () => boolean): boolean => {
    const before = typeof name === 'string' ? real[name] : undefined;
    const changed = change();
    checked = name;
    if (typeof name === 'string') observe((observer) => observer.variableWritten(name, before, real[name]));
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

function noteRead(name: string): void {
  if (name in Object.prototype || name === 'toJSON') return;
  observe((observer) => observer.variableUsed(name));
}
