import type { Board } from '../board.ts';
import { promisesOf, totalsOf } from '../totals.ts';

/** The version of the format. Fields may be added to a version, but not renamed or removed. */
const version = 1;

/** Renders the board as JSON: the same bytes for the same contracts, tests and results. */
export function renderJson(board: Board): string {
  return `${JSON.stringify({ $schema, version, totals: totalsOf(promisesOf(board)), ...board }, null, 2)}\n`;
}

/** The schema ships with the package. The path is relative to `.vouch/board`. */
const $schema = '../../node_modules/@vouch/nx/board.schema.json';
