import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { blocksOf } from './blocks/blocks.ts';
import { type Block, fillBlocks } from './blocks/fill-blocks.ts';
import { findBrokenLinks } from './find-broken-links.ts';

interface Options {
  /** Write nothing: report blocks that are out of date. */
  readonly check: boolean;
}

/** Fills the generated blocks of a workspace's documents. Returns the problems that a person has to fix. */
export function updateDocuments(root: string, { check }: Options): string[] {
  const files = [
    'README.md',
    'AGENTS.md',
    ...globSync('{docs,tools/kit}/**/*.md', { cwd: root, exclude: ['**/node_modules/**'] }),
  ];
  const blocks = blocksOf(root);
  return files
    .filter((file) => existsSync(join(root, file)))
    .flatMap((file) => keepDocument(join(root, file), file, blocks, check));
}

function keepDocument(
  path: string,
  file: string,
  blocks: Readonly<Record<string, Block>>,
  check: boolean,
): string[] {
  const text = readFileSync(path, 'utf8');
  const filled = tryToFill(text, blocks);
  if (filled instanceof Error) return [`${file}: ${filled.message}`];
  if (filled !== text && !check) writeFileSync(path, filled);
  const stale =
    filled !== text && check ? [`${file} has a block that is out of date. Run: npm run docs`] : [];
  const links = findBrokenLinks(filled, path).map(
    (link) => `${file} links to ${link}, which does not exist.`,
  );
  return [...stale, ...links];
}

function tryToFill(text: string, blocks: Readonly<Record<string, Block>>): string | Error {
  try {
    return fillBlocks(text, blocks);
  } catch (error) {
    return error as Error;
  }
}
