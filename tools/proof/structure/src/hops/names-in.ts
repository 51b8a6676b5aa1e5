import { type Identifier, Node, type PrivateIdentifier, SyntaxKind } from 'ts-morph';

export type Name = Identifier | PrivateIdentifier;

/** Returns the names in some code, without those of types. The class that a class extends is not a type. */
export function namesIn(code: Node): Name[] {
  const names = [
    ...(Node.isIdentifier(code) ? [code] : []),
    ...code.getDescendantsOfKind(SyntaxKind.Identifier),
    ...code.getDescendantsOfKind(SyntaxKind.PrivateIdentifier),
  ];
  return names.filter((name) => !name.getAncestors().some(isType));
}

/** Returns whether a name is that of a called method: `object.name(…)`. */
export function isCalled(name: Name): boolean {
  const access = name.getParent();
  const call = access.getParent();
  return (
    Node.isPropertyAccessExpression(access) &&
    access.getNameNode() === name &&
    Node.isCallExpression(call) &&
    call.getExpression() === access
  );
}

function isType(node: Node): boolean {
  if (!Node.isExpressionWithTypeArguments(node)) return Node.isTypeNode(node);
  const clause = node.getParent();
  return Node.isHeritageClause(clause) && clause.getToken() === SyntaxKind.ImplementsKeyword;
}
