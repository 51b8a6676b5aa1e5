import { findSources, readContracts } from '../contract-model/index.ts';
import { filesAt, git } from './read/files-at.ts';
import { type StatedPromise, statedPromises } from './stated-promises.ts';

/** Returns the promises of the contracts at a commit, by id. */
export async function promisesAt(root: string, commit: string): Promise<Map<string, StatedPromise>> {
  const { components } = await readContracts(findSources(filesAt(root, commit)));
  return new Map(components.flatMap(statedPromises).map((stated) => [stated.id, stated]));
}

/** Throws if there is no such commit. The error names the option that gave it. */
export function requireCommit(root: string, commit: string, option: string): void {
  try {
    git(root, ['rev-parse', '--verify', '--quiet', `${commit}^{commit}`]);
  } catch (error) {
    throw new Error(
      `${option}=${commit} is no commit of this repository. Expected a branch, a tag or a commit. List them: git branch --all; git tag`,
      { cause: error },
    );
  }
}
