import { ts } from 'ts-morph';

const ofTheLanguage = new Set(
  (
    'Array ArrayLike AsyncGenerator AsyncIterable AsyncIterableIterator AsyncIterator Awaited Capitalize ConstructorParameters ' +
    'Exclude Extract Generator InstanceType Iterable IterableIterator Iterator Lowercase NoInfer NonNullable Omit Parameters ' +
    'Partial Pick PromiseLike PropertyKey Readonly ReadonlyArray ReadonlyMap ReadonlySet Record Required ReturnType ' +
    'ThisParameterType Uncapitalize Uppercase NodeJS'
  ).split(' '),
);

/** Returns the names that a type refers to, except built-in types and its own type parameters. */
export function typeNamesIn(type: string, declared: readonly string[] = []): string[] {
  const source = ts.createSourceFile('type.ts', `type X = ${type};`, ts.ScriptTarget.ESNext, true);
  const [names, own] = [new Set<string>(), new Set(declared)];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeParameterDeclaration(node)) own.add(node.name.text);
    const name = nameOf(node);
    if (name) names.add(name.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...names].filter((name) => !own.has(name) && !ofTheLanguage.has(name) && !(name in globalThis));
}

function nameOf(node: ts.Node): ts.Identifier | undefined {
  if (ts.isTypeReferenceNode(node)) return leftmost(node.typeName);
  if (ts.isTypeQueryNode(node)) return leftmost(node.exprName);
  return ts.isExpressionWithTypeArguments(node) && ts.isIdentifier(node.expression)
    ? node.expression
    : undefined;
}

function leftmost(name: ts.EntityName): ts.Identifier {
  return ts.isIdentifier(name) ? name : leftmost(name.left);
}
