import { ts } from 'ts-morph';

/** The code of an example or a law, ready for a test. */
export interface ExampleCode {
  /** Names that it uses without declaring them. */
  readonly names: ReadonlySet<string>;
  readonly statements: readonly string[];
  readonly isAsync: boolean;
  readonly isAsserting: boolean;
}

/**
 * Parses an example. A comment `// => value` after a statement becomes an assertion, as does the last expression of
 * a law. `undefined` for code with imports, exports, or texts that indentation would change.
 */
export function readExample(code: string, isLaw: boolean): ExampleCode | undefined {
  if (/`[^`]*\n[^`]*`/.test(code)) return undefined;
  const source = ts.createSourceFile('example.ts', code, ts.ScriptTarget.ESNext, true);
  if (source.statements.some(isOfModule)) return undefined;
  const last = source.statements.at(-1);
  const statements = source.statements.map((statement) =>
    renderStatement(
      statement,
      expectedOf(statement, code) ?? (isLaw && statement === last ? 'true' : undefined),
    ),
  );
  return {
    names: freeNames(source),
    statements,
    isAsync: /\bawait\b/.test(code),
    isAsserting: statements.some((text) => text.includes('expect(')),
  };
}

function isOfModule(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  return (
    ts.isImportDeclaration(statement) ||
    ts.isExportDeclaration(statement) ||
    ts.isExportAssignment(statement) ||
    modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
}

function expectedOf(statement: ts.Statement, code: string): string | undefined {
  const rest = code.slice(statement.getEnd()).split('\n')[0] ?? '';
  return /^\s*\/\/\s*=>\s*(.+?)\s*;?$/.exec(rest)?.[1];
}

function renderStatement(statement: ts.Statement, expected: string | undefined): string {
  const text = statement.getText();
  if (expected === undefined) return text;
  if (ts.isExpressionStatement(statement))
    return `expect(${statement.expression.getText()}).toEqual(${expected});`;
  const declared = ts.isVariableStatement(statement)
    ? statement.declarationList.declarations[0]?.name.getText()
    : undefined;
  return declared === undefined ? text : `${text}\nexpect(${declared}).toEqual(${expected});`;
}

function freeNames(source: ts.SourceFile): Set<string> {
  const [used, declared] = [new Set<string>(), new Set<string>()];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      if (isDeclared(node)) declared.add(node.text);
      else if (!isLabel(node)) used.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return used.difference(declared);
}

function isDeclared(node: ts.Identifier): boolean {
  const { parent } = node;
  const declares =
    ts.isVariableDeclaration(parent) ||
    ts.isParameter(parent) ||
    ts.isBindingElement(parent) ||
    ts.isFunctionDeclaration(parent);
  return declares && parent.name === node;
}

/** A property name is not a reference. */
function isLabel(node: ts.Identifier): boolean {
  const { parent } = node;
  return (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) && parent.name === node;
}
