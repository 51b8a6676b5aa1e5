import { oncePerWorker } from '../worker/once-per-worker.ts';

const hooks = oncePerWorker('hooks', () => new WeakSet());

/** Marks a function that the kit puts in the place of another while tests run: no test has replaced that one. */
export function asHook<T extends object>(replacement: T): T {
  hooks.add(replacement);
  return replacement;
}

export function isHook(value: unknown): boolean {
  return typeof value === 'function' && hooks.has(value);
}
