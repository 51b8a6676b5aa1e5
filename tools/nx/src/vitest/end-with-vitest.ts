const noted = Symbol.for('vouch.ends-with-vitest');

/**
 * Ends this worker when its Vitest is gone, however that ended: Node would keep it for as long as its test goes on, and
 * nobody is there any more to hear of it.
 */
export function endWithVitest(): void {
  if (Reflect.has(process, noted)) return;
  Reflect.set(process, noted, true);
  // not process.exit: Vitest keeps tests from calling that
  process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
}
