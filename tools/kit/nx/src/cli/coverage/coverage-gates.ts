import { relative } from 'node:path';
import type { CoverageMap } from '@vitest/istanbul-lib-coverage';
import type { CoverageSets } from './coverage-sets.ts';

const gates = [
  { set: 'unit', percent: 85 },
  { set: 'all', percent: 95 },
] as const;

const measures = ['statements', 'functions'] as const;

/** Lists the gates that a run misses, with the files that lower the figure most. Empty if every gate holds. */
export function missedGates(sets: CoverageSets, root: string): string[] {
  return gates.flatMap(({ set, percent }) => {
    const summary = sets[set].getCoverageSummary();
    const low = measures.filter((measure) => Number(summary[measure].pct) < percent);
    if (low.length === 0) return [];
    const reached = low.map((measure) => `${summary[measure].pct} % of ${measure}`).join(' and ');
    return [
      `✗ ${set}: ${reached}. Expected ${percent} %. Most uncovered statements:\n${weakest(sets[set], root)}`,
    ];
  });
}

function weakest(map: CoverageMap, root: string): string {
  return map
    .files()
    .map((file) => ({ file, ...map.fileCoverageFor(file).toSummary().statements }))
    .map(({ file, total, covered }) => ({ file, total, missing: total - covered }))
    .filter(({ missing }) => missing > 0)
    .toSorted((one, other) => other.missing - one.missing)
    .slice(0, 10)
    .map(({ file, total, missing }) => `    ${missing} of ${total} statements  ${relative(root, file)}`)
    .join('\n');
}
