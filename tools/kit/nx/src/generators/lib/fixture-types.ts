import { ts } from 'ts-morph';

/**
 * The types of fixtures, without white space, where a fixtures file states them: in an interface, or as what the
 * function that makes one returns.
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

/** A type's text as types of fixtures are compared. */
export function withoutSpaces(type: string): string {
  return type.replace(/\s+/g, '').replaceAll("'", '"');
}
