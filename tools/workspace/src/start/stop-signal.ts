/** Aborts at the first signal to end; the process itself stays until all is put away. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => controller.abort(new Stopped(name)));
  }
  return controller.signal;
}

/** Someone asked for the end: no failure. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}
