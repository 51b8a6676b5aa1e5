import { ts } from 'ts-morph';
import { editText, wholeLines } from '../../../../promise-tests/edit-text.ts';

/** Removes empty suites with these titles, because Vitest fails on them. */
export function withoutEmptySuites(text: string, titles: ReadonlySet<string>): string {
  const source = ts.createSourceFile('file.ts', text, ts.ScriptTarget.ESNext, true);
  const empty = emptySuites(source, titles);
  if (empty.length === 0) return text;
  const edits = empty.map((node) => ({ ...wholeLines(text, node.getStart(), node.getEnd()), text: '' }));
  return withoutEmptySuites(editText(text, edits), titles);
}

function emptySuites(node: ts.Node, titles: ReadonlySet<string>): ts.Node[] {
  if (ts.isExpressionStatement(node) && ts.isCallExpression(node.expression)) {
    const [title, body] = node.expression.arguments;
    const isNamed = title && ts.isStringLiteralLike(title) && titles.has(title.text);
    if (isNamed && body && /^\(\) => \{\s*\}$/.test(body.getText())) return [node];
  }
  const found: ts.Node[] = [];
  ts.forEachChild(node, (child) => void found.push(...emptySuites(child, titles)));
  return found;
}
