declare module '@bcoe/v8-coverage' {
  import type { Profiler } from 'node:inspector';

  /** Returns undefined for an empty list. */
  export function mergeScriptCovs(
    scripts: readonly Profiler.ScriptCoverage[],
  ): Profiler.ScriptCoverage | undefined;
}
