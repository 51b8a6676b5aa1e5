import { SourceMap, type SourceMapPayload } from 'node:module';
import type { StackFrame } from '../stack/stack-frame.ts';

const comment = '//# sourceMappingURL=data:application/json;base64,';

/** Maps lines of compiled modules to the lines of their sources. */
export class SourceLines {
  readonly #maps = new Map<string, { readonly code: string; readonly map: SourceMap | undefined }>();
  readonly #codeOf: (file: string) => string | undefined;

  constructor(codeOf: (file: string) => string | undefined) {
    this.#codeOf = codeOf;
  }

  lineOf({ file, line, column }: StackFrame): number {
    const origin = this.#mapOf(file)?.findOrigin(line, column);
    return origin !== undefined && 'lineNumber' in origin ? origin.lineNumber : line;
  }

  #mapOf(file: string): SourceMap | undefined {
    const code = this.#codeOf(file);
    if (code === undefined) return undefined;
    const known = this.#maps.get(file);
    if (known?.code === code) return known.map;
    const map = mapIn(code);
    this.#maps.set(file, { code, map });
    return map;
  }
}

function mapIn(code: string): SourceMap | undefined {
  const at = code.lastIndexOf(comment);
  if (at < 0) return undefined;
  const [encoded = ''] = code.slice(at + comment.length).split('\n', 1);
  return new SourceMap(JSON.parse(Buffer.from(encoded, 'base64').toString()) as SourceMapPayload);
}
