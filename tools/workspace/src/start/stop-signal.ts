/** Aborts at the first stop signal. The process stays until everything is cleaned up. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => controller.abort(new Stopped(name)));
  }
  return controller.signal;
}

/** A requested stop, which is not a failure. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}
