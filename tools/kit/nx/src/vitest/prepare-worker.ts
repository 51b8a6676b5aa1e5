const prepared = Symbol.for('vouch.prepared');

/** What a worker needs beside what Vitest sees to; once, however many files it runs. */
export function prepareWorker(): void {
  if (Reflect.has(process, prepared)) return;
  Reflect.set(process, prepared, true);
  endWithVitest();
  // Node has read it; what tests start has modules of its own, in folders that do not last
  delete process.env.NODE_COMPILE_CACHE;
}

/** Node would keep a worker for as long as its test goes on, though its Vitest is gone and nobody hears of it. */
function endWithVitest(): void {
  // not process.exit: Vitest keeps tests from calling that
  process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
}
