import { type CoverageMap, createCoverageMap } from '@vitest/istanbul-lib-coverage';
import { readCoverage } from '@vouch/coverage';
import { coveredFiles } from '@vouch/nx/vitest';
import { foldersOf } from './coverage-folders.ts';

export interface CoverageSets {
  /**
   * Coverage by unit tests alone, of the files that they enter. Other files need a server or a process, hence other
   * levels.
   */
  readonly unit: CoverageMap;
  /** Coverage by the tests of all levels, of all files. */
  readonly all: CoverageMap;
}

/** @throws Error if no coverage was recorded */
export async function coverageSets(root: string): Promise<CoverageSets> {
  const { raw } = foldersOf(root);
  const byLevel = await readCoverage(raw, { root, files: coveredFiles(root) });
  const unit = byLevel.get('unit');
  if (unit === undefined)
    throw new Error(
      `No coverage of unit tests was recorded in ${raw}. Results from Nx's cache do not count. ` +
        'Run: npm run coverage',
    );
  const all = createCoverageMap();
  for (const map of byLevel.values()) all.merge(copyOf(map));
  return { unit: onlyEntered(unit), all };
}

/** Copies a map, because a merged map keeps its inputs and adds to them. */
function copyOf(map: CoverageMap): CoverageMap {
  return createCoverageMap(JSON.parse(JSON.stringify(map)) as ReturnType<CoverageMap['toJSON']>);
}

/** Keeps the files in which a test called a function; files that were only loaded are left out. */
function onlyEntered(map: CoverageMap): CoverageMap {
  const entered = copyOf(map);
  entered.filter((file) => Object.values(map.fileCoverageFor(file).f).some((calls) => calls > 0));
  return entered;
}
