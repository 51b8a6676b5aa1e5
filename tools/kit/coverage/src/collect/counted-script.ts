import type { Profiler } from 'node:inspector';

/** What V8 counted in a script. */
export interface CountedScript extends Profiler.ScriptCoverage {
  /** The code that ran, where it was not the file as Node runs it: Vite rewrites modules. */
  readonly code?: string;
  /** Characters that stood before that code. Not `startOffset`: a Vitest that takes this from another resets that. */
  readonly codeOffset?: number;
}

/** What one Vitest has counted in the files of one level, its workers and their child processes. */
export interface CountsFile {
  readonly level: string;
  readonly result: readonly CountedScript[];
}
