import { type Node, SyntaxKind, ts } from 'ts-morph';

const separators = new Set([SyntaxKind.CommaToken, SyntaxKind.SemicolonToken]);
const leading = new Set([SyntaxKind.BarToken, SyntaxKind.AmpersandToken, ...separators]);

/**
 * Normalizes a type or signature, so that formatting makes no difference: single spaces, no comments, double quotes,
 * no separator before the first or after the last item of a list.
 */
export function canonicalText(node: Node): string {
  return textOf(node.compilerNode, node.getSourceFile().compilerNode);
}

function textOf(node: ts.Node, file: ts.SourceFile): string {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return JSON.stringify(node.text);
  const children = node.getChildren(file).filter((child) => !ts.isJSDoc(child));
  if (children.length === 0) return node.getText(file);
  const isList = node.kind === SyntaxKind.SyntaxList;
  const kept = isList || ts.isTypeElement(node) || ts.isClassElement(node) ? withoutEnds(children) : children;
  const separator = isList && kept.some((child) => ts.isTypeElement(child)) ? ' ; ' : ' ';
  return kept
    .map((child) => textOf(child, file))
    .filter((text) => text !== '')
    .join(separator);
}

function withoutEnds(children: readonly ts.Node[]): readonly ts.Node[] {
  const first = children.findIndex(({ kind }) => !leading.has(kind));
  const last = children.findLastIndex(({ kind }) => !separators.has(kind));
  return first === -1 ? [] : children.slice(first, last + 1);
}
