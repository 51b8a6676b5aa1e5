/** A document without the rows of tables and the items of lists that name a path of what is gone. */
export function removeTableRows(text: string, gone: readonly string[]): string {
  return text
    .split('\n')
    .filter((line) => !/^\s*(?:\||- )/.test(line) || !gone.some((path) => line.includes(path)))
    .join('\n');
}
