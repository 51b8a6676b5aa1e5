import { ts } from 'ts-morph';

/** Objects whose calls do not belong to the behaviour that a contract promises. */
const reporters = ['console', 'log', 'logger', 'metrics'];

/** True if a node and everything below it stay as they are: types, imports, declarations, and calls of a logger. */
export function isIgnored(node: ts.Node, ignoredObjects: readonly string[]): boolean {
  if (ts.isTypeNode(node)) return !ts.isExpressionWithTypeArguments(node);
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return true;
  if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return true;
  if (ts.isEnumDeclaration(node) || ts.isDecorator(node)) return true;
  return isImport(node) || isReport(node, [...reporters, ...ignoredObjects]);
}

/** True if a node is the name of a property and not evaluated. */
export function isName(node: ts.Node): boolean {
  const { name, propertyName } = node.parent as { name?: ts.Node; propertyName?: ts.Node };
  return name === node || propertyName === node;
}

function isImport(node: ts.Node): boolean {
  return ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
}

function isReport(node: ts.Node, objects: readonly string[]): boolean {
  if (ts.isExpressionStatement(node)) return isReport(node.expression, objects);
  if (ts.isVoidExpression(node) || ts.isAwaitExpression(node)) return isReport(node.expression, objects);
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const subject = node.expression.expression;
  const name = ts.isPropertyAccessExpression(subject) ? subject.name : subject;
  return objects.includes(name.getText().replace(/^#/, ''));
}
