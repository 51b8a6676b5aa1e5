import type { Component, ContractModel } from '../../contract-model/index.ts';
import type { PromiseProof } from '../../mutation/index.ts';
import type { Board, BoardPromise, BoardTest } from '../board.ts';
import type { PromiseRun } from '../read/read-results.ts';
import type { PlacedTest } from '../read/read-tests.ts';
import { matchRuns } from './match-runs.ts';
import { stateOf } from './state-of.ts';
import { type StatedPromise, statedPromises, unplannedMembers } from '../stated-promises.ts';

export interface Sources {
  readonly model: ContractModel;
  /** The tests in the sources that name a promise. */
  readonly tests: readonly PlacedTest[];
  readonly runs: readonly PromiseRun[];
  /** By promise. */
  readonly proofs: ReadonlyMap<string, PromiseProof>;
}

/** Joins the contracts with the tests in the sources and with the results of their last runs. */
export function joinBoard({ model, tests, runs, proofs }: Sources): Board {
  const testsOf = Map.groupBy(tests, ({ promise }) => promise);
  const runsOf = Map.groupBy(runs, ({ promise }) => promise);
  const evidenceOf = (id: string) => ({
    tests: testsOf.get(id) ?? [],
    runs: runsOf.get(id) ?? [],
    proof: proofs.get(id),
  });
  const all = model.components.map((component) => ({ component, stated: statedPromises(component) }));
  const known = new Set(all.flatMap(({ stated }) => stated.map(({ id }) => id)));
  const orphaned = [...testsOf.keys()].filter((id) => !known.has(id));
  const orphans = byComponent(orphaned, model.components, testsOf);
  const components = all.map(({ component, stated: promises }) => ({
    name: component.name,
    promises: [
      ...promises.map((stated) => promiseOf(stated, evidenceOf(stated.id))),
      ...unplannedMembers(component).map((stated) => ({ ...stated, state: 'unplanned' as const, tests: [] })),
      ...(orphans.get(component.name) ?? []).map((id) => orphanOf(id, evidenceOf(id))),
    ],
  }));
  return { components };
}

interface Evidence {
  readonly tests: readonly PlacedTest[];
  readonly runs: readonly PromiseRun[];
  readonly proof: PromiseProof | undefined;
}

function promiseOf(stated: StatedPromise, { tests, runs, proof }: Evidence): BoardPromise {
  const withRuns = testsWithRuns(tests, runs, stated.revision);
  const isPending = tests.every((test) => test.isPending);
  return {
    ...stated,
    state: stateOf({ tests: withRuns, isPending, waiver: stated.waiver, proof }),
    ...(proof === undefined ? {} : { mutants: { killed: proof.killed, survived: proof.survived } }),
    tests: withRuns,
  };
}

function testsWithRuns(
  tests: readonly PlacedTest[],
  runs: readonly PromiseRun[],
  revision: string,
): BoardTest[] {
  return [...matchRuns(tests, runs)].map(([test, own]) => ({
    place: { file: test.file, line: test.line },
    title: test.title,
    revision: test.revision,
    isStale: !test.isPending && test.revision !== revision,
    runs: own.map(({ file, level, state }) => ({ file, level, state })),
  }));
}

/** Groups promises that no contract states by the component whose test library names them. */
function byComponent(
  ids: readonly string[],
  components: readonly Component[],
  testsOf: ReadonlyMap<string, readonly PlacedTest[]>,
): Map<string, string[]> {
  const names = new Set(components.map(({ name }) => name));
  return Map.groupBy(ids.toSorted(), (id) => {
    const folder = testsOf.get(id)?.[0]?.file.split('/')[1] ?? '';
    return names.has(folder) ? folder : (components[0]?.name ?? '');
  });
}

function orphanOf(id: string, { tests, runs }: Evidence): BoardPromise {
  const [member = id] = id.split('#');
  const [contract = member] = member.split('.');
  return {
    ...{
      id,
      state: 'orphaned',
      contract,
      member,
      category: 'behaviour',
      text: id,
      signature: '',
      revision: '',
    },
    tests: testsWithRuns(tests, runs, '').map((test) => ({ ...test, isStale: false })),
  };
}
