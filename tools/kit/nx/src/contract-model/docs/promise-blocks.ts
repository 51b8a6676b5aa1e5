import type { DocBlock } from '@microsoft/tsdoc';
import type { Documentation } from './documentation.ts';
import { foldText } from './fold-text.ts';
import { renderText } from './render-text.ts';

/** Reads the `@promise <slug> …` blocks. A `@category` belongs to the block before it. */
export function promisesIn(blocks: readonly DocBlock[]): Documentation['promises'] {
  return blocks.flatMap((block, index) => {
    if (block.blockTag.tagName !== '@promise') return [];
    const [slug = '', ...words] = wordsOf(block);
    const next = blocks[index + 1];
    const category = next?.blockTag.tagName === '@category' ? wordsOf(next).join(' ') : undefined;
    return [{ slug, text: words.join(' '), ...(category ? { category } : {}) }];
  });
}

function wordsOf(block: DocBlock): string[] {
  return foldText(renderText(block.content)).split(' ');
}
