import { type ExportedDeclarations, type ModuleDeclaration, Node, type SourceFile } from 'ts-morph';

export interface Exported {
  readonly name: string;
  readonly declarations: readonly ExportedDeclarations[];
}

/**
 * Returns all exports of an entry file, including those in namespaces, by their full names. An export with several
 * names counts once, under the shortest.
 */
export function exportedDeclarations(entry: SourceFile): Exported[] {
  const shortestFirst = within(entry, '', new Set()).toSorted((a, b) => a.name.length - b.name.length);
  const names = new Set<string>();
  const known = new Set<Node>();
  return shortestFirst.filter(({ name, declarations }) => {
    const isNew = !names.has(name) && !declarations.some((declaration) => known.has(declaration));
    names.add(name);
    for (const declaration of declarations) known.add(declaration);
    return isNew;
  });
}

function within(scope: SourceFile | ModuleDeclaration, prefix: string, seen: Set<Node>): Exported[] {
  if (seen.has(scope)) return [];
  seen.add(scope);
  return [...scope.getExportedDeclarations()].flatMap(([key, declarations]) => {
    const name = prefix + nameOf(key, declarations[0]);
    const inner = declarations.filter((node) => Node.isSourceFile(node) || Node.isModuleDeclaration(node));
    const own = declarations.filter((node) => !Node.isSourceFile(node) && !Node.isModuleDeclaration(node));
    const nested = inner.flatMap((node) => within(node, `${name}.`, seen));
    return own.length === 0 ? nested : [{ name, declarations: own }, ...nested];
  });
}

function nameOf(key: string, declaration: ExportedDeclarations | undefined): string {
  if (key !== 'default' || !declaration || !Node.hasName(declaration)) return key;
  return declaration.getName() ?? key;
}
