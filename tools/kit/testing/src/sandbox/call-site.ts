const sandboxFolder = import.meta.dirname;
const framesKept = 3;

/** Records the position of the code under test. This is cheap: the text of the stack is created only on demand. */
export function markCallSite(): Error {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 40;
  const mark = new Error('call site');
  Error.stackTraceLimit = limit;
  return mark;
}

/** Returns the nearest frames of a call site that belong to the code under test. */
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
