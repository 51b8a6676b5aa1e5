import { blame, currentFile, currentRecord } from './record.ts';

/**
 * Blames errors that nobody caught on the test or file in whose name they were thrown, instead of on the one that happens to
 * run when they come up. Returns the way to stop.
 */
export function blameUnhandledErrors(): () => void {
  const rejection = listen(
    'unhandledRejection',
    'left a promise whose rejection nobody handled',
    'Await it, or catch it.',
  );
  const exception = listen(
    'uncaughtException',
    'threw an error that nobody caught, in a callback',
    'Catch it there, or await what calls back.',
  );
  return () => {
    rejection();
    exception();
  };
}

function listen(event: 'unhandledRejection' | 'uncaughtException', what: string, fix: string): () => void {
  const listener = (reason: unknown) => {
    if (process.listenerCount(event) > usual) return;
    blame(currentRecord() ?? currentFile(), {
      what: `${what}: ${String(reason)}`,
      fix,
      cause: asError(reason)?.cause,
      origin: asError(reason),
    });
  };
  process.on(event, listener);
  const usual = process.listenerCount(event);
  return () => void process.off(event, listener);
}

function asError(reason: unknown): Error | undefined {
  return reason instanceof Error ? reason : undefined;
}
