import type { DocBlock, DocFencedCode, DocNode } from '@microsoft/tsdoc';

const languages = new Set(['', 'ts', 'typescript', 'js', 'javascript', 'mts', 'mjs']);

/** Returns the TypeScript blocks of an `@example`, joined. Empty if the example is in another language. */
export function codeBlocksOf(block: DocBlock): string[] {
  const code = fencesIn(block.content)
    .filter(({ language }) => languages.has(language.trim().toLowerCase()))
    .map(({ code }) => code.trim());
  return code.length === 0 ? [] : [code.join('\n')];
}

function fencesIn(node: DocNode): DocFencedCode[] {
  if (node.kind === 'FencedCode') return [node as DocFencedCode];
  return node.getChildNodes().flatMap(fencesIn);
}
