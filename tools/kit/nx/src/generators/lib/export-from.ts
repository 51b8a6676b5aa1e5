import type { Tree } from '@nx/devkit';

/** Adds an export to the end of an index. */
export function addExport(tree: Tree, index: string, names: string, from: string): void {
  tree.write(index, withExport(tree.read(index, 'utf-8') ?? '', names, from));
}

/** The text of an index with an export more, unless it has all of the names; the `export {};` of an empty one gives way. */
export function withExport(text: string, names: string, from: string): string {
  const missing = names.split(', ').filter((name) => !exports(text, name.replace(/^type /, '')));
  if (missing.length === 0) return text;
  const before = text.replace(/^export \{\};\s*$/m, '');
  const separator = before === '' || before.endsWith('\n') ? '' : '\n';
  return `${before}${separator}export { ${missing.join(', ')} } from '${from}';\n`;
}

function exports(text: string, name: string): boolean {
  return new RegExp(`\\bexport\\b[^;]*[{,\\s]${name}[,}\\s]`).test(text);
}
