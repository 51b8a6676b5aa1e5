/** One change of a file's text. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies edits that do not overlap; all other bytes stay, and line ends are the file's own. */
export function editText(text: string, edits: readonly Edit[]): string {
  const isWindows = text.includes('\r\n');
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((result, edit) => {
      const inserted = isWindows ? edit.text.replace(/\r?\n/g, '\r\n') : edit.text;
      return result.slice(0, edit.start) + inserted + result.slice(edit.end);
    }, text);
}

/** Indents all lines but the first, which stands where the text is put. */
export function indentRest(text: string, indent: string): string {
  return text.replace(/\n(?=[^\n])/g, `\n${indent}`);
}

/** The range of a statement with its lines and the empty line before it, else after it: nothing is left where it stood. */
export function wholeLines(text: string, start: number, end: number): { start: number; end: number } {
  const indent = /[^\S\n]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  const lineStart = start - indent;
  const lineEnd = end + (/^[^\S\n]*\r?\n/.exec(text.slice(end))?.[0].length ?? 0);
  const above = /\n([^\S\n]*\r?\n)$/.exec(text.slice(0, lineStart))?.[1]?.length ?? 0;
  const below = above > 0 ? 0 : (/^[^\S\n]*\r?\n/.exec(text.slice(lineEnd))?.[0].length ?? 0);
  return { start: lineStart - above, end: lineEnd + below };
}
