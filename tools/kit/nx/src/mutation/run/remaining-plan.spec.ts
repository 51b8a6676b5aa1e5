import { expect, test } from 'vitest';
import type { JournalEntry, Verdict } from '../worker/session.ts';
import { remainingPlan } from './remaining-plan.ts';

const file = 'a.spec.ts';
const plan = {
  [file]: {
    covering: [],
    tests: {
      one: { tries: [1, 2], groupSize: 8, proofs: [9] },
      two: { tries: [2, 3], groupSize: 8, proofs: [] },
    },
  },
};

function verdict(name: string, mutant: number, given: Verdict): JournalEntry {
  return { event: 'verdict', file, test: name, mutant, verdict: given };
}

const loaded: JournalEntry = { event: 'loaded', file, mutants: [] };

test('nothing remains of a file that came to its end', () => {
  expect(remainingPlan(plan, [verdict('one', 1, 'killed'), loaded])).toEqual({});
});

test('a file whose worker died goes on with the mutants that have no verdict', () => {
  const entries = [verdict('one', 1, 'survived'), verdict('one', 2, 'timeout')];
  expect(remainingPlan(plan, entries)).toEqual({
    [file]: {
      covering: [],
      tests: { one: { tries: [], groupSize: 1, proofs: [9] }, two: { tries: [3], groupSize: 1, proofs: [] } },
    },
  });
});

test('an unclean file goes on although it came to its end', () => {
  const entries: JournalEntry[] = [verdict('one', 1, 'killed'), { event: 'unclean', file }, loaded];
  expect(remainingPlan(plan, entries)[file]?.tests).toEqual({
    one: { tries: [2], groupSize: 1, proofs: [] },
    two: { tries: [2, 3], groupSize: 1, proofs: [] },
  });
});
