import { type ExportDeclaration, Node, type SourceFile } from 'ts-morph';
import type { Exported } from './exported-declarations.ts';

/** Returns the names of the exports that exist at run time: no types, and nothing exported as a type. */
export function exportedValues(entry: SourceFile, exported: readonly Exported[]): string[] {
  const types = typeOnlyNames(entry, new Set());
  return exported
    .filter(({ name, declarations }) => !name.includes('.') && !types.has(name) && declarations.some(isValue))
    .map(({ name }) => name);
}

function isValue(node: Node): boolean {
  return (
    Node.isFunctionDeclaration(node) ||
    Node.isClassDeclaration(node) ||
    Node.isVariableDeclaration(node) ||
    Node.isEnumDeclaration(node)
  );
}

function typeOnlyNames(file: SourceFile, seen: Set<SourceFile>): Set<string> {
  if (seen.has(file)) return new Set();
  seen.add(file);
  return new Set(file.getExportDeclarations().flatMap((node) => [...typeOnlyIn(node, seen)]));
}

function typeOnlyIn(node: ExportDeclaration, seen: Set<SourceFile>): Iterable<string> {
  const named = node.getNamedExports();
  if (named.length > 0) {
    return named
      .filter((each) => node.isTypeOnly() || each.isTypeOnly())
      .map((each) => each.getAliasNode()?.getText() ?? each.getName());
  }
  const file = node.getModuleSpecifierSourceFile();
  if (!file) return [];
  return node.isTypeOnly() ? file.getExportedDeclarations().keys() : typeOnlyNames(file, seen);
}
