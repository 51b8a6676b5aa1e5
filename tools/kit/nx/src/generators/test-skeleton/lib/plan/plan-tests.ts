import type { FoundTest } from '../../../../promise-tests/found-test.ts';
import type { Action, PlanEntry } from './plan-entry.ts';
import type { PlannedTest } from '../model/planned-test.ts';

export interface PlanInput {
  readonly selected: readonly PlannedTest[];
  readonly found: readonly FoundTest[];
  /** The ids of all promises of all contracts. */
  readonly known: ReadonlySet<string>;
  /** True for contracts that the options leave out; their orphans are ignored. */
  readonly isOthers: (id: string) => boolean;
  /** The draft mark that the generator would put on the test in that file today. */
  readonly draftOf: (planned: PlannedTest, file: string) => Promise<string | undefined>;
  readonly prune: boolean;
  readonly accept: boolean;
}

/** Plans the action for each promise and each orphaned test. Reads and writes no files. */
export async function planTests(input: PlanInput): Promise<PlanEntry[]> {
  const byPromise = Map.groupBy(input.found, ({ promise }) => promise);
  const orphans = input.found.filter(({ promise }) => !input.known.has(promise) && !input.isOthers(promise));
  const entries = input.selected.map((planned) =>
    entryOf(planned, byPromise.get(planned.promise.id) ?? [], input),
  );
  return [...(await Promise.all(entries)), ...orphans.map((test) => orphanOf(test, input.prune))];
}

async function entryOf(
  planned: PlannedTest,
  tests: readonly FoundTest[],
  input: PlanInput,
): Promise<PlanEntry> {
  const { id, revision, waiver } = planned.promise;
  const common = { id, planned, isStale: false };
  const persons = tests.find(({ draft }) => draft === undefined);
  const test = persons ?? tests[0];
  if (!test)
    return waiver === undefined
      ? { ...common, state: 'missing', action: 'add' }
      : { ...common, state: 'waived', action: 'leave' };
  if (persons) {
    const state = persons.isPending ? 'edited' : 'written';
    const stale = tests.filter((each) => each.draft === undefined && each.revision !== revision);
    const isStale = stale.length > 0;
    const action = isStale && input.accept ? 'accept' : 'leave';
    return { ...common, test, state, stale, isStale, action };
  }
  const draft = await input.draftOf(planned, test.file);
  if (draft !== test.draft) return { ...common, test, state: 'outdated', action: 'refresh' };
  return { ...common, test, state: test.isPending ? 'planned' : 'written', action: 'leave' };
}

function orphanOf(test: FoundTest, prune: boolean): PlanEntry {
  const isRemovable = test.isPending && test.draft !== undefined;
  const action: Action = prune && isRemovable ? 'remove' : 'leave';
  return { id: test.promise, test, state: 'orphaned', action, isStale: false };
}
