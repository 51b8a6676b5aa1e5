import type { FilePlan, JournalEntry, RunPlan, TestPlan } from '../worker/session.ts';
import { isKill } from './ledger.ts';

/**
 * Returns the part of a plan that was not executed, because a worker died or mutants changed state that outlives a
 * test.
 */
export function remainingPlan(plan: RunPlan, entries: readonly JournalEntry[]): RunPlan {
  const byFile = Map.groupBy(entries, ({ file }) => file);
  const open = Object.entries(plan).filter(([file]) => !isDone(byFile.get(file) ?? []));
  const rest = open.map(([file, each]) => [file, restOf(each, byFile.get(file) ?? [])] as const);
  return Object.fromEntries(
    rest.filter(([, { covering, tests }]) => covering.length > 0 || Object.keys(tests).length > 0),
  );
}

function isDone(entries: readonly JournalEntry[]): boolean {
  const events = new Set(entries.map(({ event }) => event));
  return events.has('loaded') && !events.has('unclean');
}

function restOf({ covering, tests }: FilePlan, entries: readonly JournalEntry[]): FilePlan {
  const covered = new Set(entries.flatMap((entry) => (entry.event === 'covered' ? entry.test : [])));
  const verdicts = entries.filter((entry) => entry.event === 'verdict');
  const killed = new Set(verdicts.filter(({ verdict }) => isKill(verdict)).map(({ mutant }) => mutant));
  const rest = Object.entries(tests).flatMap(([key, { tries, proofs }]) => {
    const own = verdicts.filter(({ test }) => test === key);
    const tried = new Set(own.map(({ mutant }) => mutant));
    const isProven = own.some(({ verdict }) => verdict === 'killed');
    const open: TestPlan = {
      // A group may have ended its worker.
      groupSize: 1,
      tries: tries.filter((mutant) => !tried.has(mutant) && !killed.has(mutant)),
      proofs: isProven ? [] : proofs.filter((mutant) => !tried.has(mutant)),
    };
    return open.tries.length + open.proofs.length > 0 ? [[key, open] as const] : [];
  });
  const uncovered = covering === 'all' ? covering : covering.filter((test) => !covered.has(test));
  return { covering: uncovered, tests: Object.fromEntries(rest) };
}
