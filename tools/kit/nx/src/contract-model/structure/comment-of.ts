import { Node } from 'ts-morph';

/** The documentation comment of a declaration; a variable's stands before its statement. */
export function commentOf(node: Node): string | undefined {
  const owner = Node.isVariableDeclaration(node) ? node.getVariableStatement() : node;
  if (!owner || !Node.isJSDocable(owner)) return undefined;
  return owner.getJsDocs().at(-1)?.getText();
}
