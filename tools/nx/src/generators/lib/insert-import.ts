import { ts } from 'ts-morph';

/** Adds a named import to a module's text: to the import that is there, else after the last one. */
export function insertImport(text: string, name: string, from: string): string {
  const file = ts.createSourceFile('file.ts', text, ts.ScriptTarget.ESNext, true);
  const imports = file.statements.filter(ts.isImportDeclaration);
  const present = imports.find(
    (node) => ts.isStringLiteral(node.moduleSpecifier) && node.moduleSpecifier.text === from && namesOf(node),
  );
  const names = present && namesOf(present);
  if (names?.elements.some((element) => element.name.text === name.replace(/^type /, ''))) return text;
  const last = names?.elements.at(-1);
  if (last) return `${text.slice(0, last.getEnd())}, ${name}${text.slice(last.getEnd())}`;
  const at = imports.at(-1)?.getEnd() ?? 0;
  const line = `import { ${name} } from '${from}';`;
  return at === 0 ? `${line}\n${text}` : `${text.slice(0, at)}\n${line}${text.slice(at)}`;
}

function namesOf(node: ts.ImportDeclaration): ts.NamedImports | undefined {
  const clause = node.importClause;
  if (!clause || clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return undefined;
  const bindings = clause.namedBindings;
  return bindings && ts.isNamedImports(bindings) ? bindings : undefined;
}
