/** Returns the folder that a pattern searches, and whether it searches subfolders. */
export function globFolder(pattern: string): { readonly folder: string; readonly deep: boolean } {
  const parts = pattern.split(/[\\/]/);
  const magic = parts.findIndex((part) => /[*?[\]{}()!+@]/.test(part));
  const at = magic < 0 ? parts.length - 1 : magic;
  const folder = parts.slice(0, at).join('/') || (pattern.startsWith('/') ? '/' : '.');
  return { folder, deep: magic >= 0 && (parts[at] === '**' || at < parts.length - 1) };
}
