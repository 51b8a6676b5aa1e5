import type { Mutant } from '../mutants/mutant.ts';
import { compare, isKill, type Ledger, type TestRecord } from './ledger.ts';
import type { MutatedFile } from './mutated-file.ts';
import { provenPromises } from './next-plans.ts';
import type {
  Killer,
  MutantReport,
  MutantState,
  MutationReport,
  PromiseProof,
} from '../report/mutation-report.ts';

export function buildReport(
  component: string,
  files: readonly MutatedFile[],
  ledger: Ledger,
): MutationReport {
  const testsOf = ledger.testsOf();
  const mutants = files.flatMap(({ path, mutants: own, first }) =>
    own.map((mutant, index) => {
      const id = first + index;
      return reportMutant(path, mutant, id, testsOf.get(id) ?? [], ledger.loaded.has(id));
    }),
  );
  return { component, mutants, promises: reportPromises(ledger, mutants) };
}

function reportMutant(
  file: string,
  { line, column, change }: Mutant,
  id: number,
  tests: readonly TestRecord[],
  isLoaded: boolean,
): MutantReport {
  const killer = killerOf(id, tests);
  return {
    ...{ file, line, column, change, state: stateOf(id, tests, isLoaded) },
    promises: [...new Set(tests.flatMap(({ promise }) => promise ?? []))].toSorted(),
    ...(killer === undefined ? {} : { killedBy: killer }),
  };
}

function stateOf(id: number, tests: readonly TestRecord[], isLoaded: boolean): MutantState {
  if (tests.length === 0) return isLoaded ? 'static' : 'not covered';
  const kills = tests.map(({ verdicts }) => verdicts.get(id)).filter(isKill);
  if (kills.length === 0) return 'survived';
  return kills.every((verdict) => verdict === 'timeout') ? 'timeout' : 'killed';
}

function killerOf(id: number, tests: readonly TestRecord[]): Killer | undefined {
  const killers = tests.filter(({ verdicts }) => isKill(verdicts.get(id)));
  const best = killers.find(({ verdicts }) => verdicts.get(id) === 'killed') ?? killers[0];
  if (best === undefined) return undefined;
  const { file, key: test, promise } = best;
  return promise === undefined ? { file, test } : { file, test, promise };
}

function reportPromises(ledger: Ledger, mutants: readonly MutantReport[]): PromiseProof[] {
  const proven = provenPromises(ledger);
  const ids = new Set(ledger.tests.flatMap(({ promise }) => promise ?? []));
  const counts = new Map([...ids].map((id) => [id, { killed: 0, survived: 0 }]));
  for (const { promises, state } of mutants)
    for (const id of promises) {
      const count = counts.get(id);
      if (count !== undefined) count[state === 'survived' ? 'survived' : 'killed'] += 1;
    }
  return [...counts]
    .map(([id, count]) => ({ id, state: stateOfPromise(proven.has(id)), ...count }))
    .toSorted((one, other) => compare(one.id, other.id));
}

function stateOfPromise(isProven: boolean): PromiseProof['state'] {
  return isProven ? 'proven' : 'unproven';
}
