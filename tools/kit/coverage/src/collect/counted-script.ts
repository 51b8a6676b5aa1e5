import type { Profiler } from 'node:inspector';

/** V8's counts for a script. */
export interface CountedScript extends Profiler.ScriptCoverage {
  /** The code that ran, if it differs from the file as Node runs it, because Vite rewrites modules. */
  readonly code?: string;
  /**
   * Number of characters before that code. Not named `startOffset`: a Vitest that merges counts of another resets
   * that.
   */
  readonly codeOffset?: number;
}

/** The counts of one Vitest for the files of one level: its workers and their child processes. */
export interface CountsFile {
  readonly level: string;
  readonly result: readonly CountedScript[];
}
