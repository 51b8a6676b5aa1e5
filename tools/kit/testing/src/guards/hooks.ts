import { oncePerWorker } from '../worker/once-per-worker.ts';

const hooks = oncePerWorker('hooks', () => new WeakSet());

/** Marks a function by which the kit replaces another during tests, so that it does not count as replaced by a test. */
export function asHook<T extends object>(replacement: T): T {
  hooks.add(replacement);
  return replacement;
}

export function isHook(value: unknown): boolean {
  return typeof value === 'function' && hooks.has(value);
}
