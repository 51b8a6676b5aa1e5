import type { FastifyInstance } from 'fastify';

const patience = 10_000;

/**
 * Ends the server on SIGTERM, SIGINT, or when the program that started it is gone: it takes no new requests, finishes
 * those in flight, and gives up on them only when its patience has run out.
 */
export function stopOnSignal(app: FastifyInstance): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => giveUp(app), patience).unref();
    app.close().catch((error: unknown) => {
      app.log.error({ err: error }, 'did not close cleanly');
      process.exitCode = 1;
    });
    if (process.connected) process.disconnect?.();
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
  process.once('disconnect', stop);
}

function giveUp(app: FastifyInstance): void {
  app.log.error(`requests were still in flight after ${patience} ms; they are cut off`);
  process.exit(1);
}
