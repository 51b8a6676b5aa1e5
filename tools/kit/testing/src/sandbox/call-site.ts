const sandboxFolder = import.meta.dirname;
const framesKept = 3;

/** Remembers where the code under test is now: cheap, because the text is made only when it is asked for. */
export function markCallSite(): Error {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 40;
  const mark = new Error('call site');
  Error.stackTraceLimit = limit;
  return mark;
}

/** The frames of a call site that belong to the code under test, nearest first. */
export function describeCallSite(mark: Error): string {
  const frames = (mark.stack ?? '').split('\n').slice(1);
  const own = frames.filter((frame) => !isForeign(frame)).slice(0, framesKept);
  return own.length === 0 ? '    (no frame of your code is left)' : own.join('\n');
}

function isForeign(frame: string): boolean {
  return (
    frame.includes('node:') ||
    frame.includes('/node_modules/') ||
    (frame.includes(sandboxFolder) && !frame.includes('.spec.ts'))
  );
}
