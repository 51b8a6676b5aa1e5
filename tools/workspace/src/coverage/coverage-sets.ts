import { type CoverageMap, createCoverageMap } from '@vitest/istanbul-lib-coverage';
import { readCoverage } from '@vouch/coverage';
import { coveredFiles } from '@vouch/nx/vitest';
import { workspaceRoot } from '../workspace-root.ts';
import { folders } from './folders.ts';

export interface CoverageSets {
  /** By unit tests alone, of the files that they enter: other files need a server or a process, and other levels. */
  readonly unit: CoverageMap;
  /** By the tests of all levels, of all files. */
  readonly all: CoverageMap;
}

/** @throws Error where nothing was counted */
export async function coverageSets(): Promise<CoverageSets> {
  const byLevel = await readCoverage(folders.raw, coveredFiles(workspaceRoot));
  const unit = byLevel.get('unit');
  if (unit === undefined)
    throw new Error(
      `No unit test was counted: there is nothing of them in ${folders.raw}. Results from Nx's cache are not counted. ` +
        'Run: npm run coverage',
    );
  const all = createCoverageMap();
  for (const map of byLevel.values()) all.merge(map.toJSON());
  return { unit: onlyEntered(unit), all };
}

/** Files of which a function was called; those that were only loaded are left out. */
function onlyEntered(map: CoverageMap): CoverageMap {
  const entered = createCoverageMap(map.toJSON());
  entered.filter((file) => Object.values(map.fileCoverageFor(file).f).some((calls) => calls > 0));
  return entered;
}
