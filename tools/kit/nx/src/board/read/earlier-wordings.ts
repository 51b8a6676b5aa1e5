import { join } from 'node:path';
import { findSources, readContracts } from '../../contract-model/index.ts';
import type { Wording } from '../board.ts';
import { statedPromises } from '../stated-promises.ts';
import { readCache, writeCache } from './cache-file.ts';
import { filesAt, git } from './files-at.ts';

/** A promise with the revision that its stale test was accepted for. */
export interface StalePromise {
  readonly id: string;
  readonly revision: string;
  /** The folder of its contract library. */
  readonly folder: string;
}

type Wordings = Record<string, Wording>;

/** Commits to look back at. Older ones cost a second each, and say less. */
const depth = 30;

/**
 * Finds the words for which stale tests were accepted, in the history of the contracts. The result is by id and
 * revision, and kept, because history does not change.
 */
export async function earlierWordings(root: string, stale: readonly StalePromise[]): Promise<Wordings> {
  const cacheFile = join(root, '.vouch/board/history.json');
  const cached = readCache<Wordings>(cacheFile);
  const found: Wordings = {};
  for (const folder of new Set(stale.map((promise) => promise.folder))) {
    const wanted = new Set(stale.filter((promise) => promise.folder === folder).map(wordingKey));
    for (const commit of commitsOf(root, folder)) {
      if (wanted.size === 0) break;
      cached[commit] ??= await wordingsAt(root, commit);
      for (const key of wanted) {
        const wording = cached[commit][key];
        if (wording === undefined) continue;
        found[key] = wording;
        wanted.delete(key);
      }
    }
  }
  writeCache(cacheFile, cached);
  return found;
}

export function wordingKey({ id, revision }: Pick<StalePromise, 'id' | 'revision'>): string {
  return `${id} ${revision}`;
}

/** Returns the commits that changed a folder, the latest first. Without Git there are none. */
function commitsOf(root: string, folder: string): string[] {
  try {
    return git(root, ['log', '--format=%H', `-${depth}`, '--', folder])
      .split('\n')
      .filter(Boolean);
  } catch {
    return [];
  }
}

async function wordingsAt(root: string, commit: string): Promise<Wordings> {
  const { components } = await readContracts(findSources(filesAt(root, commit)));
  return Object.fromEntries(
    components
      .flatMap(statedPromises)
      .map(({ id, revision, text, signature }) => [wordingKey({ id, revision }), { text, signature }]),
  );
}
