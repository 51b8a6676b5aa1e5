import { ts } from 'ts-morph';

/** A node that is printed as another text. */
export interface Swap {
  readonly node: ts.Node;
  readonly text: string;
}

/**
 * Returns the code of a node in one line and without comments, so that mutated code does not move the lines after it.
 * A swapped node is printed as the given text.
 */
export function textOf(node: ts.Node, swap?: Swap): string {
  const plain = node.getText();
  return swap === undefined && !plain.includes('\n') ? plain : [...tokens(node, swap)].join(' ');
}

function* tokens(node: ts.Node, swap: Swap | undefined): Generator<string> {
  if (node === swap?.node) {
    yield swap.text;
    return;
  }
  const children = node.getChildren().filter(({ kind }) => !isDocumentation(kind));
  if (children.length === 0) yield node.getText().replaceAll('\n', '\\n');
  for (const child of children) yield* tokens(child, swap);
}

function isDocumentation(kind: ts.SyntaxKind): boolean {
  return kind >= ts.SyntaxKind.FirstJSDocNode && kind <= ts.SyntaxKind.LastJSDocNode;
}

/** Returns a short form of a code for a report. */
export function shortText(node: ts.Node): string {
  const text = node.getText().replace(/\s+/g, ' ');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
