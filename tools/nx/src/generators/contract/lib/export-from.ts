import type { Tree } from '@nx/devkit';

/** Adds an export to the end of an index; the `export {};` of an empty one gives way. */
export function exportFrom(tree: Tree, index: string, names: string, from: string): void {
  const text = (tree.read(index, 'utf-8') ?? '').replace(/^export \{\};\s*$/m, '');
  const separator = text === '' || text.endsWith('\n') ? '' : '\n';
  tree.write(index, `${text}${separator}export { ${names} } from '${from}';\n`);
}
