import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceRoot } from '../workspace-root.ts';
import { blocks } from './blocks.ts';
import { fillBlocks } from './fill-blocks.ts';
import { findBrokenLinks } from './find-broken-links.ts';

/** `npm run docs` writes the tables that stand in the documents; with --check it only says which are stale. */
const check = process.argv.includes('--check');
const files = ['README.md', 'AGENTS.md', ...globSync('docs/**/*.md', { cwd: workspaceRoot })];

for (const file of files) {
  const path = join(workspaceRoot, file);
  const text = readOrUndefined(path);
  if (text === undefined) continue;
  const filled = fillBlocks(text, blocks);
  if (filled !== text && check) fail(`${file} holds a table that is stale. Mend it with: npm run docs`);
  if (filled !== text && !check) writeFileSync(path, filled);
  for (const link of findBrokenLinks(filled, path)) fail(`${file} links to ${link}, which does not exist.`);
}

function readOrUndefined(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
