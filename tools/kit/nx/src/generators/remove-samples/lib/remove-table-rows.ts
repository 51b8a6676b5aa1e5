/** Removes table rows and list items that mention a removed path. */
export function removeTableRows(text: string, gone: readonly string[]): string {
  return text
    .split('\n')
    .filter((line) => !/^\s*(?:\||- )/.test(line) || !gone.some((path) => line.includes(path)))
    .join('\n');
}
