import { relative } from 'node:path';
import { styleText } from 'node:util';
import type { ModuleReport } from './module-report.ts';

/** The most files to list, and the time in milliseconds from which a file counts as slow. */
const shown = 5;
const slow = 1_000;

/** Renders the slowest test files of a run. A run of few files, or of quick ones, lists none. */
export function slowestFiles(reports: readonly ModuleReport[], root: string): string[] {
  if (reports.length <= shown) return [];
  const times = reports
    .map(({ file, module }) => ({ file: relative(root, file), time: module?.diagnostic().duration ?? 0 }))
    .filter(({ time }) => time >= slow)
    .toSorted((one, other) => other.time - one.time)
    .slice(0, shown);
  const line = ({ file, time }: { file: string; time: number }): string =>
    styleText('dim', `   ${(time / 1_000).toFixed(1).padStart(5)} s  ${file}`);
  return times.length === 0 ? [] : [styleText('dim', ' slowest test files:'), ...times.map(line)];
}
