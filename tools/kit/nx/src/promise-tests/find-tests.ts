import { ts } from 'ts-morph';
import { intactDraft } from './draft-mark.ts';
import type { FoundSuite, FoundTest } from './found-test.ts';

/** Finds all tests in a file whose `meta` names a promise, in any form and any place. */
export function findTests(file: string, text: string): FoundTest[] {
  if (!/\bpromise\b/.test(text)) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
  const found: FoundTest[] = [];
  const visit = (node: ts.Node, suites: readonly FoundSuite[]): void => {
    const call =
      ts.isExpressionStatement(node) && ts.isCallExpression(node.expression) ? node.expression : undefined;
    const meta = call && metaOf(call);
    const suite = call && suiteOf(call, text);
    if (call && meta) found.push(testOf(file, text, node, call, meta, suites));
    ts.forEachChild(node, (child) => {
      visit(child, suite ? [...suites, suite] : suites);
    });
  };
  visit(source, []);
  return found;
}

type Meta = Pick<FoundTest, 'promise' | 'revision' | 'revisionAt'>;

/** Reads `meta: { promise, revision }` from a call's arguments. */
function metaOf(call: ts.CallExpression): Meta | undefined {
  const options = call.arguments.filter(ts.isObjectLiteralExpression);
  const meta = options
    .map((option) => valueOf(option, 'meta'))
    .find((value) => value && ts.isObjectLiteralExpression(value));
  if (!meta || !ts.isObjectLiteralExpression(meta)) return undefined;
  const [promise, revision] = [valueOf(meta, 'promise'), valueOf(meta, 'revision')];
  if (!promise || !ts.isStringLiteralLike(promise)) return undefined;
  if (revision && ts.isStringLiteralLike(revision)) {
    const revisionAt = { start: revision.getStart(), end: revision.getEnd() };
    return { promise: promise.text, revision: revision.text, revisionAt };
  }
  const end = promise.getEnd();
  return { promise: promise.text, revision: '', revisionAt: { start: end, end } };
}

function valueOf(object: ts.ObjectLiteralExpression, key: string): ts.Expression | undefined {
  return object.properties
    .filter(ts.isPropertyAssignment)
    .find(({ name }) => (ts.isIdentifier(name) || ts.isStringLiteral(name)) && name.text === key)
    ?.initializer;
}

function testOf(
  file: string,
  text: string,
  node: ts.Node,
  call: ts.CallExpression,
  meta: Meta,
  suites: readonly FoundSuite[],
): FoundTest {
  const start = startOf(node, text);
  const whole = text.slice(start, node.getEnd());
  const expression = call.expression.getText();
  return {
    ...meta,
    file,
    title: titleOf(call),
    start,
    end: node.getEnd(),
    indent: indentAt(text, start),
    isPending: /\.todo\b/.test(expression),
    callee: /^\w+/.exec(expression)?.[0] ?? 'test',
    draft: intactDraft(whole),
    suites,
  };
}

/** A documentation comment directly before a statement belongs to it. */
function startOf(node: ts.Node, text: string): number {
  const comments = ts.getLeadingCommentRanges(text, node.getFullStart()) ?? [];
  const last = comments.at(-1);
  const own = node.getStart();
  return last && /^\s*$/.test(text.slice(last.end, own)) && text.startsWith('/**', last.pos) ? last.pos : own;
}

function indentAt(text: string, at: number): string {
  return /[^\S\n]*$/.exec(text.slice(0, at))?.[0] ?? '';
}

function titleOf({ arguments: [title] }: ts.CallExpression): string {
  if (title === undefined) return '';
  return ts.isStringLiteralLike(title) ? title.text : title.getText();
}

function suiteOf(call: ts.CallExpression, text: string): FoundSuite | undefined {
  const [title] = call.arguments;
  const body = call.arguments.find(
    (argument) => ts.isArrowFunction(argument) || ts.isFunctionExpression(argument),
  )?.body;
  if (
    !/^(?:[\w$]+\.)?(?:describe|suite)\b/.test(call.expression.getText()) ||
    !title ||
    !body ||
    !ts.isBlock(body)
  )
    return undefined;
  const statement = call.parent;
  const start = startOf(statement, text);
  return {
    title: titleOf(call),
    start,
    end: statement.getEnd(),
    bodyEnd: body.statements.at(-1)?.getEnd() ?? body.getStart() + 1,
    indent: indentAt(text, start),
  };
}
