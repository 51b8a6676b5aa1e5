import { Node } from 'ts-morph';

/** Returns the documentation comment of a declaration. A variable's comment stands before its statement. */
export function commentOf(node: Node): string | undefined {
  const owner = Node.isVariableDeclaration(node) ? node.getVariableStatement() : node;
  if (!owner || !Node.isJSDocable(owner)) return undefined;
  return owner.getJsDocs().at(-1)?.getText();
}
