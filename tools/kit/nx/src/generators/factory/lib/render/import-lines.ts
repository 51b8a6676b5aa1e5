/** Renders imports in the usual order: packages first, one `type` if all names are types, names and modules sorted. */
export function importLines(imports: readonly (readonly [name: string, from: string])[]): string[] {
  const byModule = Map.groupBy(imports, ([, from]) => from);
  const modules = [...byModule.keys()].toSorted((a, b) => rank(a) - rank(b) || compare(a, b));
  return modules.map((from) => {
    const names = [...new Set(byModule.get(from)?.map(([name]) => name))].toSorted((a, b) =>
      compare(bare(a).toLowerCase(), bare(b).toLowerCase()),
    );
    const isType = names.every((name) => name.startsWith('type '));
    return `import ${isType ? 'type ' : ''}{ ${(isType ? names.map(bare) : names).join(', ')} } from '${from}';`;
  });
}

function bare(name: string): string {
  return name.replace(/^type /, '');
}

function rank(from: string): number {
  if (from.startsWith('node:')) return 0;
  return from.startsWith('.') ? 2 : 1;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
