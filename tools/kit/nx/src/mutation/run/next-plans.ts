import type { FilePlan, RunPlan, TestPlan } from '../worker/session.ts';
import { isKill, type Ledger, type TestRecord } from './ledger.ts';

/** Returns what is still to be tried, from what is known at the time. Undefined if nothing is. */
export type Pass = (ledger: Ledger) => RunPlan;

/** Mutants that have survived one test mostly survive the others, too. */
const groupSize = 8;

/** Tries each mutant with one test: the first test of a promise, or else the first other one, that executes it. */
export const firstTests: Pass = (ledger) => {
  const plans = new Map<TestRecord, number[]>();
  for (const [mutant, tests] of ledger.testsOf()) {
    const [first] = tests;
    if (first === undefined || tests.some(({ verdicts }) => verdicts.has(mutant))) continue;
    plans.set(first, [...(plans.get(first) ?? []), mutant]);
  }
  return planOf([...plans].map(([test, tries]) => [test, { tries, groupSize: 1, proofs: [] }]));
};

/** Tries the surviving mutants with all tests of promises, and looks for a mutant that each promise notices. */
export const promiseTests: Pass = (ledger) => {
  const testsOf = ledger.testsOf();
  const proven = provenPromises(ledger);
  const rarity = (mutant: number): number => testsOf.get(mutant)?.length ?? 0;
  return planOf(
    ledger.tests.flatMap((test) => {
      if (test.promise === undefined) return [];
      const tries = untriedSurvivors(test, testsOf);
      const others = [...test.covers].filter((each) => !test.verdicts.has(each) && !tries.includes(each));
      const proofs = proven.has(test.promise)
        ? []
        : others.toSorted((one, other) => rarity(one) - rarity(other) || one - other);
      return [[test, { tries, groupSize, proofs }]];
    }),
  );
};

/** Tries the surviving mutants with the tests that name no promise, so that survivors are real. */
export const otherTests: Pass = (ledger) => {
  const testsOf = ledger.testsOf();
  const others = ledger.tests.filter(({ promise }) => promise === undefined);
  return planOf(
    others.map((test) => [test, { tries: untriedSurvivors(test, testsOf), groupSize, proofs: [] }]),
  );
};

/** Returns the promises of which a test has noticed a mutant. */
export function provenPromises(ledger: Ledger): Set<string> {
  const proofs = ledger.tests.filter(({ verdicts }) => [...verdicts.values()].includes('killed'));
  return new Set(proofs.flatMap(({ promise }) => promise ?? []));
}

function untriedSurvivors(test: TestRecord, testsOf: ReadonlyMap<number, readonly TestRecord[]>): number[] {
  return [...test.covers].filter((mutant) => {
    const isKilled = testsOf.get(mutant)?.some(({ verdicts }) => isKill(verdicts.get(mutant))) ?? false;
    return !isKilled && !test.verdicts.has(mutant);
  });
}

function planOf(tests: readonly (readonly [TestRecord, TestPlan])[]): RunPlan {
  const plan: Record<string, FilePlan & { tests: Record<string, TestPlan> }> = {};
  for (const [{ file, key }, each] of tests) {
    if (each.tries.length + each.proofs.length === 0) continue;
    plan[file] ??= { covering: [], tests: {} };
    plan[file].tests[key] = each;
  }
  return plan;
}
