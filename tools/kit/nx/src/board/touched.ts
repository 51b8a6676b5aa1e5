import { readTaskRuns } from '../results/read-tasks.ts';
import type { Board, BoardPromise } from './board.ts';
import type { StatedPromise } from './stated-promises.ts';
import { promisesAt, requireCommit } from './promises-at.ts';
import { git } from './read/files-at.ts';
import { promisesOf } from './totals.ts';

/** The ways in which a change touches a promise. */
export type Touch = 'added' | 'changed' | 'test' | 'code';

export interface TouchedPromise {
  readonly promise: BoardPromise;
  readonly touches: readonly Touch[];
}

export interface Change {
  readonly touched: readonly TouchedPromise[];
  /** Promises that no contract states any more. */
  readonly withdrawn: readonly StatedPromise[];
}

/** Compares the board with the contracts at a commit, and finds the promises that changed files concern. */
export async function changeSince(root: string, since: string, board: Board): Promise<Change> {
  const base = baseOf(root, since);
  const earlier = await promisesAt(root, base);
  const changed = changedFiles(root, base);
  const used = filesUsedByTests(root);
  const current = promisesOf(board).filter(({ state }) => state !== 'unplanned');
  const touched = current.map((promise) => ({
    promise,
    touches: touchesOf(promise, earlier.get(promise.id), changed, used),
  }));
  const ids = new Set(current.filter(({ state }) => state !== 'orphaned').map(({ id }) => id));
  return {
    touched: touched.filter(({ touches }) => touches.length > 0),
    withdrawn: [...earlier.values()].filter(({ id }) => !ids.has(id)),
  };
}

function touchesOf(
  { revision, state, tests }: BoardPromise,
  earlier: StatedPromise | undefined,
  changed: ReadonlySet<string>,
  used: ReadonlyMap<string, readonly string[]>,
): Touch[] {
  const runs = tests.flatMap((test) => test.runs);
  const isTouched: Readonly<Record<Touch, boolean>> = {
    added: earlier === undefined && state !== 'orphaned',
    changed: earlier !== undefined && earlier.revision !== revision,
    test: tests.some(({ place }) => changed.has(place.file)) || runs.some(({ file }) => changed.has(file)),
    code: runs.some(({ file }) => used.get(file)?.some((path) => isCode(path) && changed.has(path))),
  };
  return (Object.keys(isTouched) as Touch[]).filter((touch) => isTouched[touch]);
}

function isCode(path: string): boolean {
  return /\/app\/src\//.test(path) && !path.endsWith('.spec.ts');
}

/** Returns the last commit that the branch shares with the given one. */
function baseOf(root: string, since: string): string {
  requireCommit(root, since, '--since');
  return git(root, ['merge-base', 'HEAD', since]).trim();
}

function changedFiles(root: string, base: string): Set<string> {
  const tracked = git(root, ['diff', '--name-only', '-z', base]);
  const added = git(root, ['ls-files', '--others', '--exclude-standard', '-z']);
  return new Set(`${tracked}${added}`.split('\0').filter(Boolean));
}

/** Returns the files that each spec file used in its last run. */
function filesUsedByTests(root: string): Map<string, readonly string[]> {
  const files = readTaskRuns(root).flatMap((run) => Object.entries(run.files));
  return new Map(files.map(([file, { used }]) => [file, used]));
}
