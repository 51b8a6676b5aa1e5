import { ts } from 'ts-morph';

/** The values of constants with their uses. */
export type ConstantUses = ReadonlyMap<ts.Expression, readonly ts.Identifier[]>;

/**
 * Returns the values of the file's constants with their uses, if they are texts or numbers. Such a value is computed
 * once, when the module is loaded: its mutants are placed where it is used, so that they can be switched on later.
 */
export function constantUses(source: ts.SourceFile): ConstantUses {
  const identifiers = identifiersIn(source);
  const declared = Map.groupBy(identifiers.filter(isDeclared), ({ text }) => text);
  const isOnlyOne = (name: string): boolean => declared.get(name)?.length === 1;
  const constants = source.statements
    .filter(isConst)
    .flatMap(({ declarationList }) => [...declarationList.declarations]);
  const found = new Map<ts.Expression, ts.Identifier[]>();
  for (const { name, initializer } of constants) {
    if (!ts.isIdentifier(name) || initializer === undefined || !isOnlyOne(name.text)) continue;
    if (!isPlain(initializer, isOnlyOne)) continue;
    const uses = identifiers.filter((each) => each.text === name.text && isValue(each));
    if (uses.length > 0) found.set(initializer, uses);
  }
  return found;
}

function isConst(statement: ts.Statement): statement is ts.VariableStatement {
  return ts.isVariableStatement(statement) && (statement.declarationList.flags & ts.NodeFlags.Const) !== 0;
}

/** True for a text or a number, computed from literals, other constants and results of functions. */
function isPlain(node: ts.Expression, isKnown: (name: string) => boolean): boolean {
  const isPart = (part: ts.Expression): boolean => isCall(part, isKnown) || isPlain(part, isKnown);
  if (ts.isIdentifier(node)) return isKnown(node.text);
  if (ts.isParenthesizedExpression(node)) return isPlain(node.expression, isKnown);
  if (ts.isBinaryExpression(node)) return isPart(node.left) && isPart(node.right);
  if (ts.isTemplateExpression(node)) return node.templateSpans.every(({ expression }) => isPart(expression));
  return ts.isStringLiteralLike(node) || ts.isNumericLiteral(node);
}

function isCall(node: ts.Expression, isKnown: (name: string) => boolean): boolean {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return false;
  return isKnown(node.expression.text) && node.arguments.every((argument) => isPlain(argument, isKnown));
}

function isDeclared(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyName(node) && (ts.isClassElement(parent) || ts.isTypeElement(parent))) return false;
  const isDeclaration =
    ts.isVariableDeclaration(parent) ||
    ts.isParameter(parent) ||
    ts.isBindingElement(parent) ||
    ts.isFunctionDeclaration(parent) ||
    ts.isClassDeclaration(parent) ||
    ts.isImportSpecifier(parent) ||
    ts.isImportClause(parent) ||
    ts.isNamespaceImport(parent);
  return isDeclaration && parent.name === node;
}

/** True if an identifier is evaluated. */
function isValue(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  if (ts.isExportSpecifier(parent) || ts.isTypeQueryNode(parent) || ts.isTypeReferenceNode(parent))
    return false;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  const { name, propertyName } = parent as { name?: ts.Node; propertyName?: ts.Node };
  return name !== node && propertyName !== node;
}

function identifiersIn(node: ts.Node): ts.Identifier[] {
  const found: ts.Identifier[] = [];
  const visit = (each: ts.Node): void => {
    if (ts.isIdentifier(each)) found.push(each);
    ts.forEachChild(each, visit);
  };
  visit(node);
  return found;
}
