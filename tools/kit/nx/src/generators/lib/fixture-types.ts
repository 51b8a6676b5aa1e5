import { ts } from 'ts-morph';

/**
 * Reads fixture types, without spaces, from a fixtures file: from an interface, or from the return type of the
 * function that creates the fixture.
 */
export function fixtureTypes(text: string): ReadonlyMap<string, string> {
  const source = ts.createSourceFile('fixtures.ts', text, ts.ScriptTarget.ESNext, true);
  const found = new Map<string, string>();
  const visit = (node: ts.Node): void => {
    const [name, type] = statedIn(node);
    if (name !== undefined && type) found.set(name, awaitedType(withoutSpaces(type.getText())));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function statedIn(node: ts.Node): [string | undefined, ts.TypeNode | undefined] {
  if (ts.isPropertySignature(node) && ts.isIdentifier(node.name)) return [node.name.text, node.type];
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression))
    return [undefined, undefined];
  const [name, make] = node.arguments;
  if (node.expression.name.text !== 'extend' || !name || !ts.isStringLiteralLike(name) || !make)
    return [undefined, undefined];
  return [name.text, ts.isArrowFunction(make) || ts.isFunctionExpression(make) ? make.type : undefined];
}

function awaitedType(type: string): string {
  return /^Promise<(.*)>$/.exec(type)?.[1] ?? type;
}

/** Normalizes a type text for comparisons. */
export function withoutSpaces(type: string): string {
  return type.replace(/\s+/g, '').replaceAll("'", '"');
}
