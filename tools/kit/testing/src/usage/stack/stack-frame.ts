import { fileURLToPath } from 'node:url';

export interface StackFrame {
  /** A path without a query, a name like `node:…` or `[eval]`, or an empty text. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly name: string;
}

/** Returns the stack, nearest frame first, including the frames before an `await`. */
export function captureFrames(limit: number): StackFrame[] {
  const { stackTraceLimit } = Error;
  const prepareStackTrace: unknown = Reflect.get(Error, 'prepareStackTrace');
  Error.stackTraceLimit = limit;
  Error.prepareStackTrace = (_error, sites) => sites;
  const holder = {} as { stack: NodeJS.CallSite[] };
  Error.captureStackTrace(holder, captureFrames);
  const sites = holder.stack;
  Error.stackTraceLimit = stackTraceLimit;
  Reflect.set(Error, 'prepareStackTrace', prepareStackTrace);
  return sites.map(frameOf);
}

function frameOf(site: NodeJS.CallSite): StackFrame {
  return {
    file: fileOf(site.getFileName() ?? ''),
    line: site.getLineNumber() ?? 0,
    column: site.getColumnNumber() ?? 0,
    name: site.getFunctionName() ?? '',
  };
}

function fileOf(name: string): string {
  const path = name.startsWith('file:') ? fileURLToPath(name.replace(/[?#].*$/, '')) : name;
  const query = path.startsWith('[') ? -1 : path.indexOf('?');
  return query < 0 ? path : path.slice(0, query);
}
