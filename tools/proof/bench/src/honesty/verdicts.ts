import type { Ended } from '@vouch/scratch';

/** The result of a run: failed tasks, cached tasks, and the output. */
export interface Verdicts {
  readonly failed: readonly string[];
  readonly cached: readonly string[];
  readonly output: string;
}

export function verdictsOf({ code, output }: Ended): Verdicts {
  const failed = [...output.matchAll(/^- (@demo\/\S+:unit)$/gm)].map(([, task = '']) => task).toSorted();
  const cached = [...output.matchAll(/nx run (@demo\/\S+:unit) +\[(?:local cache|existing outputs)/g)];
  if ((code === 0) !== (failed.length === 0) || !output.includes('@demo/base:unit'))
    throw new Error(
      `The run ended with code ${code} and ${failed.length} failed tasks. Expected 0 and none, or 1 and some:\n${output}`,
    );
  return { failed, cached: cached.map(([, task = '']) => task), output };
}
