import { blame, currentFile, currentRecord } from './record.ts';

/**
 * Attributes unhandled errors to the test or file that caused them, and not to the running one. Returns a function
 * that stops it.
 */
export function blameUnhandledErrors(): () => void {
  const rejection = listen(
    'unhandledRejection',
    'left a promise with an unhandled rejection',
    'Await it, or catch it.',
  );
  const exception = listen(
    'uncaughtException',
    'threw an error in a callback that was not caught',
    'Catch the error in the callback, or await the code that calls it.',
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
