import { type Board, type BoardPromise, type PromiseState, promiseStates } from './board.ts';

export type Totals = Readonly<Record<PromiseState, number>>;

export function promisesOf({ components }: Board): BoardPromise[] {
  return components.flatMap(({ promises }) => promises);
}

/** Returns the number of promises in each state. */
export function totalsOf(promises: readonly BoardPromise[]): Totals {
  const count = (state: PromiseState) => promises.filter((promise) => promise.state === state).length;
  return Object.fromEntries(promiseStates.map((state) => [state, count(state)])) as Totals;
}
