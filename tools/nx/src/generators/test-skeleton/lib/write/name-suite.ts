import { relative } from 'node:path/posix';
import { wordsOf } from '../../../lib/words.ts';

/** `cacheErrorsSuite` for `cache/errors` in the folder of suites. */
export function nameSuite(stem: string, folder: string): string {
  return `${wordsOf(relative(folder, stem)).propertyName}Suite`;
}
