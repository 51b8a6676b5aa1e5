type Slots = Record<string, unknown>;

const key = Symbol.for('@vouch/testing');

/**
 * Returns a value that is created once per worker, even if `vi.resetModules()` makes this module run again: hooks
 * into Node must not be installed twice or lose their state.
 */
export function oncePerWorker<T>(name: string, make: () => T): T {
  const slots = ((globalThis as Record<symbol, unknown>)[key] ??= {}) as Slots;
  return (slots[name] ??= make()) as T;
}
