import { ts } from 'ts-morph';

/** Removes imports that an edit made unused. Imports that were unused before stay. */
export function removeUnusedImports(before: string, after: string): string {
  const source = ts.createSourceFile('file.ts', after, ts.ScriptTarget.ESNext, true);
  const imports = source.statements.filter(ts.isImportDeclaration);
  const [used, usedBefore] = [namesUsed(after), namesUsed(before)];
  const isLost = (name: string) => usedBefore.has(name) && !used.has(name);
  return imports.reduceRight((text, node) => withoutLost(text, node, isLost), after);
}

/** Returns the identifiers outside of import declarations. */
function namesUsed(text: string): ReadonlySet<string> {
  const source = ts.createSourceFile('file.ts', text, ts.ScriptTarget.ESNext, true);
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isIdentifier(node)) names.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

function withoutLost(text: string, node: ts.ImportDeclaration, isLost: (name: string) => boolean): string {
  const clause = node.importClause;
  const bindings = clause?.namedBindings;
  const elements = bindings && ts.isNamedImports(bindings) ? [...bindings.elements] : [];
  const kept = elements.filter(({ name }) => !isLost(name.text));
  const isGone = kept.length === 0 && (!clause?.name || isLost(clause.name.text));
  const isOnlyNames = elements.length > 0 || bindings === undefined;
  if (isGone && isOnlyNames && clause) {
    const rest = text.slice(node.getEnd()).replace(/^[^\S\n]*\r?\n/, '');
    return text.slice(0, node.getStart()) + rest;
  }
  if (kept.length === elements.length || clause?.name || kept.length === 0) return text;
  const [first, last] = [elements[0]?.getStart() ?? 0, elements.at(-1)?.getEnd() ?? 0];
  return text.slice(0, first) + kept.map((element) => element.getText()).join(', ') + text.slice(last);
}
