import { listProblems } from '../contract-model/index.ts';
import type { Board, BoardComponent, BoardPromise } from './board.ts';
import { joinBoard } from './join/join-board.ts';
import { earlierWordings, type StalePromise, wordingKey } from './read/earlier-wordings.ts';
import { readModel } from './read/read-model.ts';
import { readProofs } from './read/read-proofs.ts';
import { type PromiseRun, readResults } from './read/read-results.ts';
import { readTests } from './read/read-tests.ts';

export interface ReadBoard {
  readonly board: Board;
  readonly runs: readonly PromiseRun[];
}

/** Reads contracts, tests and results of a workspace. Throws if a contract has errors. */
export async function readBoard(root: string): Promise<ReadBoard> {
  const [model, tests] = [await readModel(root), await readTests(root)];
  const problems = listProblems(model.problems);
  if (problems.length > 0)
    throw new Error(
      `The board cannot be drawn, because contracts have problems. Fix these:\n${problems.join('\n')}`,
    );
  const runs = readResults(root);
  return { board: joinBoard({ model, tests, runs, proofs: readProofs(root) }), runs };
}

/** Adds the words for which stale tests were accepted, from the history of the contracts. */
export async function withEarlierWordings(root: string, { components }: Board): Promise<Board> {
  const stale = components.flatMap(({ name, promises }) =>
    promises.flatMap((promise) => stalePromise(promise, `libs/${name}/contract`) ?? []),
  );
  if (stale.length === 0) return { components };
  const wordings = await earlierWordings(root, stale);
  const complete = (promise: BoardPromise, folder: string): BoardPromise => {
    const found = stalePromise(promise, folder);
    const before = found && wordings[wordingKey(found)];
    return before === undefined ? promise : { ...promise, before };
  };
  return {
    components: components.map(({ name, promises }): BoardComponent => {
      return { name, promises: promises.map((promise) => complete(promise, `libs/${name}/contract`)) };
    }),
  };
}

function stalePromise({ id, tests }: BoardPromise, folder: string): StalePromise | undefined {
  const test = tests.find(({ isStale }) => isStale);
  return test && { id, revision: test.revision, folder };
}
