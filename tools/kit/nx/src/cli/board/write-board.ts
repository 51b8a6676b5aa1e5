import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadBoard } from '../../board/read-board.ts';
import { renderJson } from '../../board/render/render-json.ts';

/** Writes the board as JSON and as a page. Returns the page's path. */
export function writeBoard(root: string, { board }: ReadBoard): string {
  const folder = join(root, '.vouch/board');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'board.json'), renderJson(board));
  return join(folder, 'index.html');
}
