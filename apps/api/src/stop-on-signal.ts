import type { FastifyInstance } from 'fastify';
import { drain } from './http/drain.ts';

const patience = 10_000;

/**
 * Ends the server on SIGTERM, SIGINT, or when the program that started it is gone: it drains, takes no new requests,
 * finishes those in flight, and gives up on them only when its patience has run out.
 */
export function stopOnSignal(app: FastifyInstance, drainSeconds: number): void {
  let stopping: Promise<void> | undefined;
  const begin = (): void => void (stopping ??= stop(app, drainSeconds));
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, begin);
  process.once('disconnect', begin);
}

async function stop(app: FastifyInstance, drainSeconds: number): Promise<void> {
  if (process.connected) process.disconnect?.();
  await drain(app, drainSeconds);
  setTimeout(() => giveUp(app), patience).unref();
  try {
    await app.close();
  } catch (error) {
    app.log.error({ err: error }, 'did not close cleanly');
    process.exitCode = 1;
  }
}

function giveUp(app: FastifyInstance): void {
  app.log.error(`requests were still in flight after ${patience} ms; they are cut off`);
  process.exit(1);
}
