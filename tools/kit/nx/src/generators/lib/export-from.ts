import type { Tree } from '@nx/devkit';

/** Appends an export to an index file. */
export function addExport(tree: Tree, index: string, names: string, from: string): void {
  tree.write(index, withExport(tree.read(index, 'utf-8') ?? '', names, from));
}

/** Adds an export to the text of an index, unless it exports all names. Replaces the `export {};` of an empty one. */
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
