type Slots = Record<string, unknown>;

const key = Symbol.for('@vouch/testing');

/**
 * A value that the worker has once, also after `vi.resetModules()` has had this module evaluated again:
 * hooks into Node must not be installed twice, nor lose their state.
 */
export function oncePerWorker<T>(name: string, make: () => T): T {
  const slots = ((globalThis as Record<symbol, unknown>)[key] ??= {}) as Slots;
  return (slots[name] ??= make()) as T;
}
