import { relative } from 'node:path/posix';
import { suiteNameOf } from '../../../../lib/suite-name.ts';

/** Returns the name of a suite: `cacheErrorsSuite` for `cache/errors` in the folder of suites. */
export function nameSuite(stem: string, folder: string): string {
  return suiteNameOf(relative(folder, stem));
}
