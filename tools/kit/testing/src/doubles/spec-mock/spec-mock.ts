import { type Mock, vi } from 'vitest';
import { nameList } from './name-list.ts';
import { type AnySpec, type Member, mentions, readSpec, type Spec } from './read-spec.ts';

/** The members' results in the normal case. Members without one throw when they are used. */
export type HappyPath<T> = { readonly [K in keyof T]?: T[K] };

/** A double with the members of the real type. Each method is a `vi.fn`, so its calls can be checked. */
export type SpecMock<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => infer R ? Mock<(...args: A) => R> & T[K] : T[K];
};

/**
 * Creates a mock with exactly the members of a class, or of a list of names for an interface. Its asynchronous
 * methods are asynchronous. An unknown name or a wrong number of arguments throws.
 *
 * @example
 * class Mailer {
 *   async send(to: string): Promise<void> {
 *     throw new Error(`no mail to ${to} in tests`);
 *   }
 * }
 * const mailer = specMock(Mailer, { send: async () => undefined });
 * await mailer.send('ann@example.test');
 * expect(mailer.send).toHaveBeenCalledWith('ann@example.test');
 */
export function specMock<T extends object>(spec: Spec<T>, happyPath: HappyPath<T> = {}): SpecMock<T> {
  const name = typeof spec === 'function' ? spec.name : 'The mock';
  const members = readSpec(spec);
  for (const key of Object.keys(happyPath)) {
    if (!members.has(key) && !mentions(spec, key)) throw unknownMember(name, key, [...members.keys()]);
    if (!members.has(key)) members.set(key, { isAsync: false, isAccessor: true, most: 0 });
  }
  const values = new Map<string, unknown>();
  for (const [key, member] of members) {
    const happy = (happyPath as Record<string, unknown>)[key];
    if (typeof happy === 'function') values.set(key, methodOf(name, key, member, happy as AnyFunction));
    else if (key in happyPath) values.set(key, happy);
    else if (!member.isAccessor) values.set(key, methodOf(name, key, member));
  }
  return new Proxy(targetOf(spec), handlerOf(name, members, values)) as SpecMock<T>;
}

type AnyFunction = (...args: unknown[]) => unknown;

function methodOf(name: string, key: string, { isAsync, most }: Member, happy?: AnyFunction): Mock {
  const call = (args: unknown[], self: unknown) => {
    const least = Math.min(happy?.length ?? 0, most);
    if (args.length > most || args.length < least)
      throw wrongArguments(`${name}.${key}`, args.length, least, most);
    if (!happy)
      throw new Error(
        `${name}.${key} was called, but has no happy path. Give it one: specMock(…, { ${key}: … }).`,
      );
    return happy.apply(self, args);
  };
  const method = isAsync
    ? async function (this: unknown, ...args: unknown[]) {
        return call(args, this);
      }
    : function (this: unknown, ...args: unknown[]) {
        return call(args, this);
      };
  return vi.fn(method).mockName(`${name}.${key}`);
}

function targetOf(spec: AnySpec): object {
  return Object.create(typeof spec === 'function' ? (spec.prototype as object) : Object.prototype) as object;
}

/** Members that promises, assertions and printers read from every object. */
const askedOfAll = new Set([
  'then',
  'toJSON',
  'asymmetricMatch',
  'nodeType',
  'tagName',
  '$$typeof',
  '_isMockFunction',
]);

function handlerOf(
  name: string,
  members: Map<string, Member>,
  values: Map<string, unknown>,
): ProxyHandler<object> {
  const known = [...members.keys()];
  return {
    has: (_target, key) => typeof key === 'string' && members.has(key),
    ownKeys: () => known,
    getOwnPropertyDescriptor: (_target, key) =>
      members.has(String(key))
        ? { value: values.get(String(key)), configurable: true, enumerable: true, writable: true }
        : undefined,
    get(target, key) {
      if (typeof key === 'symbol' || key in Object.prototype) return Reflect.get(target, key) as unknown;
      if (values.has(key)) return values.get(key);
      if (members.has(key))
        throw new Error(
          `${name}.${key} was read, but has no value. Give it one: specMock(…, { ${key}: … }).`,
        );
      if (askedOfAll.has(key) || key.startsWith('@@__')) return undefined;
      throw unknownMember(name, key, known);
    },
    set(_target, key, value) {
      if (!members.has(String(key))) throw unknownMember(name, String(key), known);
      values.set(String(key), value);
      return true;
    },
  };
}

function unknownMember(name: string, key: string, known: readonly string[]): TypeError {
  return new TypeError(`${name} has no member "${key}". It has: ${nameList(known, key)}.`);
}

function wrongArguments(method: string, count: number, least: number, most: number): TypeError {
  const wanted =
    most === Number.POSITIVE_INFINITY
      ? `at least ${least}`
      : least === most
        ? String(most)
        : `${least} to ${most}`;
  return new TypeError(
    `${method} was called with ${count} argument${count === 1 ? '' : 's'}; it takes ${wanted}.`,
  );
}
