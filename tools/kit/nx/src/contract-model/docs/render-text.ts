import type { DocNode } from '@microsoft/tsdoc';

interface WithText {
  readonly text?: string;
  readonly code?: string;
  readonly linkText?: string;
  readonly urlDestination?: string;
  readonly codeDestination?: { emitAsTsdoc(): string };
  readonly decodedText?: string;
  readonly content?: { toString(): string };
}

/** Renders documentation as plain words and keeps its line breaks: links become names, code loses its marks. */
export function renderText(node: DocNode): string {
  const leaf = node as DocNode & WithText;
  switch (node.kind) {
    case 'SoftBreak':
      return '\n';
    case 'Paragraph':
      return `${renderChildren(node)}\n`;
    case 'CodeSpan':
      return leaf.code ?? '';
    case 'FencedCode':
    case 'BlockTag':
      return '';
    case 'LinkTag':
      return leaf.linkText ?? leaf.codeDestination?.emitAsTsdoc() ?? leaf.urlDestination ?? '';
    case 'Excerpt':
      return leaf.content?.toString() ?? '';
    case 'EscapedText':
      return leaf.decodedText ?? '';
    default:
      return leaf.text ?? renderChildren(node);
  }
}

function renderChildren(node: DocNode): string {
  return node.getChildNodes().map(renderText).join('');
}
