import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/**
 * Returns a region of a file as a fenced code block. `path/to/file.ts#name` is the code between the lines
 * `// #region name` and `// #endregion name`, without its indentation.
 */
export function snippet(root: string, reference: string): string {
  const [path = '', region = ''] = reference.split('#');
  if (!existsSync(join(root, path))) throw new Error(`The snippet ${reference} is in no file ${path}.`);
  const lines = readFileSync(join(root, path), 'utf8').split('\n');
  const [start, end] = ['#region', '#endregion'].map((mark) =>
    lines.findIndex((line) => line.trim() === `// ${mark} ${region}`),
  ) as [number, number];
  if (start < 0 || end < start) {
    throw new Error(
      `The snippet ${reference} has no region. Expected the lines "// #region ${region}" and "// #endregion ${region}" in ${path}.`,
    );
  }
  const code = withoutIndentation(lines.slice(start + 1, end));
  return ['```' + extname(path).slice(1), ...code, '```'].join('\n');
}

function withoutIndentation(lines: readonly string[]): string[] {
  const indents = lines.filter(Boolean).map((line) => line.length - line.trimStart().length);
  const depth = Math.min(...indents);
  return lines.map((line) => line.slice(depth));
}
