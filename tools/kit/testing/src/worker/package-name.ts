/**
 * Returns the name of the installed package that a path is in; empty for `node_modules` itself and the files that
 * tools keep in it.
 */
export function packageName(path: string): string | undefined {
  const parts = path.split('/');
  const at = parts.lastIndexOf('node_modules');
  if (at < 0) return undefined;
  const [first = '', second] = parts.slice(at + 1);
  if (first.startsWith('.')) return '';
  return first.startsWith('@') ? (second === undefined ? '' : `${first}/${second}`) : first;
}
