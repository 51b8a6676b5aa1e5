import type { Block } from './fill-blocks.ts';
import { generatorTable, optionTable } from './generator-tables.ts';
import { levelTable, tagTable } from './level-tables.ts';
import { snippet } from './snippet.ts';

/** The parts of documents that are generated, for the workspace at `root`. */
export function blocksOf(root: string): Readonly<Record<string, Block>> {
  return {
    levels: levelTable,
    tags: tagTable,
    generators: () => generatorTable(root),
    options: (generator) => optionTable(root, generator),
    snippet: (reference) => snippet(root, reference),
  };
}
