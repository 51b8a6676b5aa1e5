import { ts } from 'ts-morph';

export interface ImportOf {
  /** `Name`, or `type Name`. */
  readonly name: string;
  readonly from: string;
  readonly isDefault?: true;
}

/**
 * Adds an import to a module's text: to an existing import of the same module, else after the last import. An
 * imported name stays.
 */
export function insertImport(text: string, { name, from, isDefault }: ImportOf): string {
  const file = ts.createSourceFile('file.ts', text, ts.ScriptTarget.ESNext, true);
  const imports = file.statements.filter(ts.isImportDeclaration);
  const bare = name.replace(/^type /, '');
  if (imports.some((node) => importedNames(node).includes(bare))) return text;
  const present = imports.filter((node) => isFrom(node, from)).flatMap((node) => namesOf(node) ?? []);
  const place = isDefault ? undefined : present.find(({ isType }) => !isType || bare !== name);
  const last = place?.names.elements.at(-1);
  if (place && last) {
    return `${text.slice(0, last.getEnd())}, ${place.isType ? bare : name}${text.slice(last.getEnd())}`;
  }
  const what = isDefault ? bare : bare === name ? `{ ${name} }` : `type { ${bare} }`;
  return insertLine(text, `import ${what} from '${from}';`, imports.at(-1)?.getEnd() ?? 0);
}

function insertLine(text: string, line: string, at: number): string {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  return at === 0 ? `${line}${end}${text}` : `${text.slice(0, at)}${end}${line}${text.slice(at)}`;
}

function importedNames({ importClause: clause }: ts.ImportDeclaration): string[] {
  const bindings = clause?.namedBindings;
  const named = bindings && ts.isNamedImports(bindings) ? bindings.elements.map(({ name }) => name.text) : [];
  const namespace = bindings && ts.isNamespaceImport(bindings) ? [bindings.name.text] : [];
  return [...(clause?.name ? [clause.name.text] : []), ...named, ...namespace];
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
