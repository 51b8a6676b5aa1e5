import type { Board } from '../board.ts';
import type { Totals } from '../totals.ts';

/** Everything that the page shows. It is embedded in the page, which loads nothing. */
export interface PageData {
  readonly name: string;
  readonly board: Board;
  /** Milliseconds of each run, by `durationKey`. */
  readonly durations: Readonly<Record<string, number>>;
  /** The totals after the last runs, the oldest first. */
  readonly progress: readonly Progress[];
  /** Folder of the workspace, for links into the editor. */
  readonly root: string;
}

export interface Progress {
  /** ISO 8601. */
  readonly at: string;
  readonly totals: Totals;
}

/** Key of a run in `durations`. */
export function durationKey(promise: string, file: string, level: string): string {
  return `${promise} ${level} ${file}`;
}
