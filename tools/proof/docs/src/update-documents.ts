import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { blocks } from './blocks.ts';
import { fillBlocks } from './fill-blocks.ts';
import { findBrokenLinks } from './find-broken-links.ts';

/** Fills the tables of a workspace's documents, or only checks them. Returns problems that a person has to fix. */
export function updateDocuments(root: string, { check }: { readonly check: boolean }): string[] {
  const files = [
    'README.md',
    'AGENTS.md',
    ...globSync('{docs,tools/kit}/**/*.md', { cwd: root, exclude: ['**/node_modules/**'] }),
  ];
  return files.filter((file) => existsSync(join(root, file))).flatMap((file) => keep(root, file, check));
}

function keep(root: string, file: string, check: boolean): string[] {
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  const filled = fillBlocks(text, blocks);
  if (filled !== text && !check) writeFileSync(path, filled);
  const stale =
    filled !== text && check
      ? [`${file} contains a stale table. Expected the current one. Run: npm run docs`]
      : [];
  const links = findBrokenLinks(filled, path).map(
    (link) => `${file} links to ${link}, which does not exist. Correct the link.`,
  );
  return [...stale, ...links];
}
