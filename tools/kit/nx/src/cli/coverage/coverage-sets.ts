import { type CoverageMap, createCoverageMap } from '@vitest/istanbul-lib-coverage';
import { readCoverage } from '@vouch/coverage';
import { coveredFiles } from '@vouch/nx/vitest';
import { foldersOf } from './coverage-folders.ts';

export interface CoverageSets {
  /** By unit tests alone, of the files that they enter: other files need a server or a process, and other levels. */
  readonly unit: CoverageMap;
  /** By the tests of all levels, of all files. */
  readonly all: CoverageMap;
}

/** @throws Error where nothing was counted */
export async function coverageSets(root: string): Promise<CoverageSets> {
  const { raw } = foldersOf(root);
  const byLevel = await readCoverage(raw, { root, files: coveredFiles(root) });
  const unit = byLevel.get('unit');
  if (unit === undefined)
    throw new Error(
      `No unit test was counted: there is nothing of them in ${raw}. Results from Nx's cache are not counted. ` +
        'Run: npm run coverage',
    );
  const all = createCoverageMap();
  for (const map of byLevel.values()) all.merge(copyOf(map));
  return { unit: onlyEntered(unit), all };
}

/** A merged map keeps what it is given and adds to it: the levels must stay as they are. */
function copyOf(map: CoverageMap): CoverageMap {
  return createCoverageMap(JSON.parse(JSON.stringify(map)) as ReturnType<CoverageMap['toJSON']>);
}

/** Files of which a function was called; those that were only loaded are left out. */
function onlyEntered(map: CoverageMap): CoverageMap {
  const entered = copyOf(map);
  entered.filter((file) => Object.values(map.fileCoverageFor(file).f).some((calls) => calls > 0));
  return entered;
}
