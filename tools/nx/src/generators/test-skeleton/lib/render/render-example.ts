import { ts } from 'ts-morph';
import type { TestContext } from './render-test.ts';

/**
 * The function of a test that runs an example. A comment `// => value` behind a statement becomes an assertion.
 * Nothing where the example uses names that only a person can explain.
 */
export function renderExample(code: string, { fixtures }: Pick<TestContext, 'fixtures'>): string | undefined {
  const source = ts.createSourceFile('example.ts', code, ts.ScriptTarget.ESNext, true);
  const names = freeNames(source);
  const used = fixtures.filter((fixture) => names.has(fixture));
  const isWhole = [...names].every((name) => used.includes(name) || name in globalThis);
  if (!isWhole || source.statements.some(ts.isImportDeclaration) || used.length === 0) return undefined;
  const lines = source.statements.map((statement) => renderStatement(statement, code));
  const isAsserting = lines.some((line) => line.includes('expect('));
  const body = isAsserting ? lines : ['expect.assertions(0);', ...lines];
  return `async ({ ${[...used, 'expect'].join(', ')} }) => {\n${body.join('\n')}\n}`;
}

function renderStatement(statement: ts.Statement, code: string): string {
  const text = statement.getText();
  const rest = code.slice(statement.getEnd()).split('\n')[0] ?? '';
  const expected = /^\s*\/\/\s*=>\s*(.+?)\s*;?$/.exec(rest)?.[1];
  if (expected === undefined) return text;
  if (ts.isExpressionStatement(statement))
    return `expect(${statement.expression.getText()}).toEqual(${expected});`;
  const declared = ts.isVariableStatement(statement)
    ? statement.declarationList.declarations[0]?.name.getText()
    : undefined;
  return declared === undefined ? text : `${text}\nexpect(${declared}).toEqual(${expected});`;
}

/** Names that the code uses and does not declare. */
function freeNames(source: ts.SourceFile): Set<string> {
  const [used, declared] = [new Set<string>(), new Set<string>()];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const { parent } = node;
      const isName = ts.isPropertyAccessExpression(parent) && parent.name === node;
      const isKey = ts.isPropertyAssignment(parent) && parent.name === node;
      if (
        (ts.isVariableDeclaration(parent) || ts.isParameter(parent) || ts.isBindingElement(parent)) &&
        parent.name === node
      )
        declared.add(node.text);
      else if (!isName && !isKey) used.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return used.difference(declared);
}
