import type { BoardPromise } from '../../../board/board.ts';
import { readBoard } from '../../../board/read-board.ts';
import { changeSince } from '../../../board/touched.ts';
import { promisesOf } from '../../../board/totals.ts';

/** The promises that a run is limited to, as `--promise` or `--since` name them. */
export interface PromiseFilter {
  /** A contract, a member or a promise: `Cache`, `Cache.get` or `Cache.get#returns`. */
  readonly promise: string | undefined;
  /** A commit. The run is limited to promises that changes since then touch. */
  readonly since: string | undefined;
}

export interface ChosenPromises {
  readonly ids: readonly string[];
  /** The test files to run, relative to the workspace. */
  readonly files: ReadonlySet<string>;
}

const options = ['promise', 'since'] as const;

/** Takes `--promise` and `--since`, which Vitest does not know, out of the typed arguments. */
export function takePromiseFilter(typed: readonly string[]): { words: string[]; filter?: PromiseFilter } {
  const values = Object.fromEntries(
    options.map((name) => [
      name,
      typed.findLast((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3),
    ]),
  );
  const words = typed.filter((word) => !options.some((name) => word.startsWith(`--${name}=`)));
  const { promise, since } = values;
  return promise === undefined && since === undefined ? { words } : { words, filter: { promise, since } };
}

/** Finds the tests of the promises. Throws if there is none. */
export async function choosePromises(
  root: string,
  { promise, since }: PromiseFilter,
): Promise<ChosenPromises> {
  const { board } = await readBoard(root);
  const touched = since === undefined ? undefined : (await changeSince(root, since, board)).touched;
  const candidates = touched?.map((each) => each.promise) ?? promisesOf(board);
  const chosen = candidates.filter(({ id, tests }) => tests.length > 0 && isNamed(id, promise));
  if (chosen.length === 0) throw new Error(noTest({ promise, since }));
  return { ids: chosen.map(({ id }) => id), files: new Set(chosen.flatMap(filesOf)) };
}

function isNamed(id: string, name: string | undefined): boolean {
  return name === undefined || id === name || (id.startsWith(name) && /^[.#:]/.test(id.slice(name.length)));
}

/** A test in a suite runs in the spec files in which it ran last. */
function filesOf({ tests }: BoardPromise): string[] {
  return tests.flatMap(({ place, runs }) =>
    place.file.endsWith('.spec.ts') ? [place.file] : runs.map(({ file }) => file),
  );
}

function noTest({ promise, since }: PromiseFilter): string {
  if (promise === undefined)
    return `Changes since ${since} touch no promise that has tests. Nothing ran. Run all tests: npm test`;
  return `No test names --promise=${promise}. Expected a contract, a member or a promise with tests: Cache, Cache.get or Cache.get#returns. List them: npm run board`;
}
