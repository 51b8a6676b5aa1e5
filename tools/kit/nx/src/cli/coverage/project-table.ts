import { relative } from 'node:path';
import { type CoverageMap, createCoverageMap, type CoverageSummary } from '@vitest/istanbul-lib-coverage';
import type { CoverageSets } from './coverage-sets.ts';

const heads = ['', 'unit', 'functions', 'all levels', 'functions', 'branches'];

/** Percentages by package: unit tests on the files that they enter, and all tests on all files. */
export function projectTable({ unit, all }: CoverageSets, root: string): string {
  const [ofUnit, ofAll] = [byPackage(unit, root), byPackage(all, root)];
  const rows = [...ofAll.keys()].toSorted().map((name) => row(name, ofUnit.get(name), ofAll.get(name)));
  return render([heads, ...rows, row('together', unit, all)]);
}

function byPackage(map: CoverageMap, root: string): Map<string, CoverageMap> {
  const packages = Map.groupBy(map.files(), (file) => relative(root, file).split('/src/')[0] ?? '');
  return new Map(
    [...packages].map(([name, files]) => [
      name,
      createCoverageMap(Object.fromEntries(files.map((file) => [file, map.fileCoverageFor(file)]))),
    ]),
  );
}

function row(name: string, unit: CoverageMap | undefined, all: CoverageMap | undefined): string[] {
  const [ofUnit, ofAll] = [unit?.getCoverageSummary(), all?.getCoverageSummary()];
  return [
    name,
    ...(['statements', 'functions'] as const).map((measure) => percent(ofUnit, measure)),
    ...(['statements', 'functions', 'branches'] as const).map((measure) => percent(ofAll, measure)),
  ];
}

function percent(
  summary: CoverageSummary | undefined,
  measure: 'statements' | 'functions' | 'branches',
): string {
  if (summary === undefined || summary[measure].total === 0) return '–';
  return `${Number(summary[measure].pct).toFixed(1)} %`;
}

function render(rows: readonly (readonly string[])[]): string {
  const widths = heads.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  const pad = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0);
  return rows.map((cells) => cells.map(pad).join('   ')).join('\n');
}
