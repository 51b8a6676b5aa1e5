import { nameList } from './spec-mock/name-list.ts';

/** Settings that a test can change, and that reject unknown names. */
export interface FakeSettings<Settings extends object> {
  /** The settings for the code under test. Reading an unknown setting throws. */
  readonly values: Readonly<Settings>;
  /** Changes some settings until the next reset. */
  set(changes: Partial<Settings>): void;
  reset(): void;
}

/**
 * Creates settings that a test can change. Reading, changing or writing an unknown setting throws.
 *
 * @example
 * const settings = fakeSettings({ port: 80, host: 'localhost' });
 * settings.set({ port: 8080 });
 * expect(settings.values.port).toBe(8080);
 * settings.reset();
 * expect(settings.values.port).toBe(80);
 */
export function fakeSettings<Settings extends object>(defaults: Settings): FakeSettings<Settings> {
  let current = structuredClone(defaults);
  const known = Object.keys(defaults);
  const check = (name: string) => {
    if (!known.includes(name))
      throw new TypeError(`Unknown setting "${name}". The settings are: ${nameList(known, name)}.`);
  };
  const values = new Proxy(defaults, {
    get(_target, name) {
      if (typeof name === 'symbol' || name in Object.prototype || name === 'toJSON' || name === 'then')
        return Reflect.get(current, name) as unknown;
      check(name);
      return Reflect.get(current, name) as unknown;
    },
    set(_target, name) {
      throw new TypeError(
        `The setting "${String(name)}" is read-only here. Change it with set({ ${String(name)}: … }).`,
      );
    },
    getOwnPropertyDescriptor: (_target, name) => Reflect.getOwnPropertyDescriptor(current, name),
  });
  return {
    values,
    set(changes) {
      Object.keys(changes).forEach(check);
      current = { ...current, ...changes };
    },
    reset() {
      current = structuredClone(defaults);
    },
  };
}
