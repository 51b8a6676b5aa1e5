import type { Board, BoardPromise } from './board.ts';
import { promisesAt, requireCommit } from './promises-at.ts';
import type { StatedPromise } from './stated-promises.ts';
import { promisesOf } from './totals.ts';

/** How a promise differs from the release, as its callers see it. */
export type Difference = 'added' | 'strengthened' | 'changed' | 'weakened' | 'withdrawn';

export interface ChangedPromise {
  readonly difference: Difference;
  /** The promise as it is now, or as it was if it is withdrawn. */
  readonly promise: BoardPromise | StatedPromise;
  /** The words at the release, if they differ. */
  readonly before?: string;
}

export type Bump = 'major' | 'minor' | 'patch';

const bumps: Readonly<Record<Difference, Bump>> = {
  added: 'minor',
  strengthened: 'minor',
  changed: 'major',
  weakened: 'major',
  withdrawn: 'major',
};

/** Compares the promises of all contracts with those at a release. Edge cases that follow from types do not count. */
export async function changesSinceRelease(
  root: string,
  release: string,
  board: Board,
): Promise<ChangedPromise[]> {
  requireCommit(root, release, '--release');
  const earlier = await promisesAt(root, release);
  const current = promisesOf(board).filter(({ state, id }) => isStated(id) && !unstated.has(state));
  const ids = new Set(current.map(({ id }) => id));
  const gone = [...earlier.values()].filter(({ id }) => isStated(id) && !ids.has(id));
  return [
    ...current.flatMap((promise) => differenceOf(promise, earlier.get(promise.id)) ?? []),
    ...gone.map((promise): ChangedPromise => ({ difference: lostOf(promise.id), promise })),
  ];
}

const unstated = new Set(['orphaned', 'unplanned']);

function isStated(id: string): boolean {
  return !id.includes('#derived:');
}

function differenceOf(promise: BoardPromise, earlier: StatedPromise | undefined): ChangedPromise | undefined {
  // A caller has to handle a new error.
  if (earlier === undefined) return { difference: isError(promise.id) ? 'weakened' : 'added', promise };
  if (earlier.revision === promise.revision) return undefined;
  return { difference: 'changed', promise, before: earlier.text };
}

/** An error that is not thrown any more makes the contract stronger. */
function lostOf(id: string): Difference {
  return isError(id) ? 'strengthened' : 'withdrawn';
}

function isError(id: string): boolean {
  return id.includes('#throws:');
}

/** Returns the part of the version that a release with these changes raises. */
export function bumpOf(changes: readonly ChangedPromise[]): Bump {
  const all = new Set(changes.map(({ difference }) => bumps[difference]));
  return (['major', 'minor'] as const).find((bump) => all.has(bump)) ?? 'patch';
}
