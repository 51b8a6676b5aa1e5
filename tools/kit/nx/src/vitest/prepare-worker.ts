const prepared = Symbol.for('vouch.prepared');

/** Prepares a worker once, for any number of files. */
export function prepareWorker(): void {
  if (Reflect.has(process, prepared)) return;
  Reflect.set(process, prepared, true);
  endWithVitest();
  // Node has read the variable. Programs that tests start have other modules, in temporary folders.
  delete process.env.NODE_COMPILE_CACHE;
}

/** Ends a worker with its Vitest. Node would let it run until its test ends, without any reader of the result. */
function endWithVitest(): void {
  // Vitest prevents tests from calling process.exit.
  process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
}
