import { ts } from 'ts-morph';

/** Adds a named import, `Name` or `type Name`, to a module's text: to the import that is there, else after the last one. */
export function insertImport(text: string, name: string, from: string): string {
  const file = ts.createSourceFile('file.ts', text, ts.ScriptTarget.ESNext, true);
  const imports = file.statements.filter(ts.isImportDeclaration);
  const bare = name.replace(/^type /, '');
  const present = imports.filter((node) => isFrom(node, from)).flatMap((node) => namesOf(node) ?? []);
  if (present.some(({ names }) => names.elements.some((element) => element.name.text === bare))) return text;
  const place = present.find(({ isType }) => !isType || bare !== name);
  const last = place?.names.elements.at(-1);
  if (place && last) {
    return `${text.slice(0, last.getEnd())}, ${place.isType ? bare : name}${text.slice(last.getEnd())}`;
  }
  const line =
    bare === name ? `import { ${name} } from '${from}';` : `import type { ${bare} } from '${from}';`;
  const at = imports.at(-1)?.getEnd() ?? 0;
  return at === 0 ? `${line}\n${text}` : `${text.slice(0, at)}\n${line}${text.slice(at)}`;
}

function isFrom(node: ts.ImportDeclaration, from: string): boolean {
  return ts.isStringLiteral(node.moduleSpecifier) && node.moduleSpecifier.text === from;
}

interface Names {
  readonly names: ts.NamedImports;
  readonly isType: boolean;
}

function namesOf({ importClause: clause }: ts.ImportDeclaration): Names | undefined {
  const names = clause?.namedBindings;
  if (!clause || !names || !ts.isNamedImports(names)) return undefined;
  return { names, isType: clause.phaseModifier === ts.SyntaxKind.TypeKeyword };
}
