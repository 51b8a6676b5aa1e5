/** One change of a file's text. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies edits that do not overlap. All other bytes stay; inserted text takes the file's line ends. */
export function editText(text: string, edits: readonly Edit[]): string {
  const isWindows = text.includes('\r\n');
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((result, edit) => {
      const inserted = isWindows ? edit.text.replace(/\r?\n/g, '\r\n') : edit.text;
      return result.slice(0, edit.start) + inserted + result.slice(edit.end);
    }, text);
}

/** Indents all lines except the first. */
export function indentRest(text: string, indent: string): string {
  return text.replace(/\n(?=[^\n])/g, `\n${indent}`);
}

/** Returns the range of a statement with its lines and one empty line, so that its removal leaves no gap. */
export function wholeLines(text: string, start: number, end: number): { start: number; end: number } {
  const indent = /[^\S\n]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  const lineStart = start - indent;
  const lineEnd = end + (/^[^\S\n]*\r?\n/.exec(text.slice(end))?.[0].length ?? 0);
  const above = /\n([^\S\n]*\r?\n)$/.exec(text.slice(0, lineStart))?.[1]?.length ?? 0;
  const below = above > 0 ? 0 : (/^[^\S\n]*\r?\n/.exec(text.slice(lineEnd))?.[0].length ?? 0);
  return { start: lineStart - above, end: lineEnd + below };
}
