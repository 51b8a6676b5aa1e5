import { type CallExpression, Node, type SourceFile, SyntaxKind } from 'ts-morph';

/** A route, with the call that registers it: path, schema, policy and handler. */
export interface Route {
  /** Method and path. */
  readonly name: string;
  readonly registration: CallExpression;
}

const methods = new Set(['get', 'post', 'put', 'patch', 'delete']);

/** Finds routes that are registered as `app.get(path, …)` or `app.route({ method, url, … })`. */
export function findRoutes(files: readonly SourceFile[]): Route[] {
  return files
    .flatMap((file) => file.getDescendantsOfKind(SyntaxKind.CallExpression))
    .flatMap((registration) => {
      const name = nameOf(registration);
      return name === undefined ? [] : [{ name, registration }];
    });
}

function nameOf(call: CallExpression): string | undefined {
  const called = call.getExpression();
  const [first] = call.getArguments();
  if (!first || !Node.isPropertyAccessExpression(called)) return undefined;
  const method =
    called.getName() === 'route' ? valueOf(propertyOf(first, 'method')) : methodOf(called.getName());
  const path = valueOf(called.getName() === 'route' ? propertyOf(first, 'url') : first);
  return method !== undefined && path?.startsWith('/') ? `${method} ${path}` : undefined;
}

function methodOf(name: string): string | undefined {
  return methods.has(name) ? name.toUpperCase() : undefined;
}

function propertyOf(object: Node, name: string): Node | undefined {
  const property = Node.isObjectLiteralExpression(object) ? object.getProperty(name) : undefined;
  return Node.isPropertyAssignment(property) ? property.getInitializer() : undefined;
}

/** Returns the text of a string, a template or a constant. */
function valueOf(node: Node | undefined): string | undefined {
  if (Node.isStringLiteral(node) || Node.isNoSubstitutionTemplateLiteral(node)) return node.getLiteralText();
  if (Node.isTemplateExpression(node)) {
    const spans = node.getTemplateSpans();
    const values = spans.map(
      (span) => `${valueOf(span.getExpression())}${span.getLiteral().getLiteralText()}`,
    );
    return node.getHead().getLiteralText() + values.join('');
  }
  const [declaration] = Node.isIdentifier(node) ? (node.getSymbol()?.getDeclarations() ?? []) : [];
  return Node.isVariableDeclaration(declaration) ? valueOf(declaration.getInitializer()) : undefined;
}
